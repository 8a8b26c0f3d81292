package org.portolan.home.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.ComingUp;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Catalog;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeFilter;
import org.portolan.knowledge.PracticePage;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.Place;

/** What the first page says: the doors with how much stands behind them, and what is new. */
@Named
@RequestScoped
public class HomeBean {
  private static final int SESSIONS = 4;
  private static final int PRACTICES = 3;

  @Inject private Directory directory;
  @Inject private Catalog catalog;
  @Inject private CalendarService calendar;
  @Inject private KnowledgeService knowledge;
  @Inject private CurrentLanguage language;
  @Inject private Texts text;

  private ComingUp coming;
  private PracticePage newest;

  @PostConstruct
  void load() {
    coming = calendar.comingUp(SESSIONS, language.get());
    newest =
        knowledge.newest(new PracticeFilter(null, null, null, null), language.get(), 0, PRACTICES);
  }

  public String getLearn() {
    return text.of("home.learn", catalog.size());
  }

  public String getCalendar() {
    return text.of2("home.calendar", coming.sessions(), coming.centres());
  }

  public String getKnowledge() {
    return text.of2("home.knowledge", newest.total(), directory.regions().size());
  }

  public List<SessionSummary> getSessions() {
    return coming.next();
  }

  public List<PracticeSummary> getPractices() {
    return newest.items();
  }

  /** Where a session takes place, as a person would say it. */
  public String place(SessionSummary session) {
    return session.facts().online()
        ? text.get("home.online")
        : directory
            .findCentre(session.facts().centreCode())
            .map(centre -> centre.name().in(language.get()))
            .orElse(session.facts().centreCode());
  }

  public String region(PracticeSummary practice) {
    return directory
        .findRegion(practice.regionCode())
        .map(region -> region.name().in(language.get()))
        .orElse(practice.regionCode());
  }

  /** The regions with how many centres each has. */
  public List<Tally> getPlaces() {
    return directory.regions().stream()
        .map(
            region ->
                new Tally(
                    region.code(),
                    region.name().in(language.get()),
                    directory.trainingCentres().stream()
                        .filter(centre -> centre.regionCode().equals(region.code()))
                        .count()))
        .toList();
  }

  /** The part of the world that the map shows. */
  public String getViewBox() {
    return MapView.WORLD.viewBox();
  }

  /** The centres as points on the map. */
  public List<Port> getPorts() {
    return directory.trainingCentres().stream().map(this::port).toList();
  }

  private Port port(CentreSummary centre) {
    Place place = new Place(centre.latitude(), centre.longitude());
    return new Port(
        centre.code(), centre.name().in(language.get()), MapView.x(place), MapView.y(place));
  }

  /** A region in the list beside the map. */
  public record Tally(String code, String name, long centres) {}

  /** A centre on the map. */
  public record Port(String code, String name, long x, long y) {}
}
