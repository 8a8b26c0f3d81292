package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionState;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.CurrentZone;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Chip;
import org.portolan.platform.web.Choice;
import org.portolan.region.BodyKind;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** What may be chosen of the calendar: what restricts it, and on whose clocks it is shown. */
@Named("calendarForm")
@RequestScoped
public class CalendarFormBean {
  @Inject private CalendarViewBean view;
  @Inject private FilterWords words;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private CurrentZone chosenZone;
  @Inject private Formats formats;
  @Inject private Clock clock;

  public String getPath() {
    return view.asked().path();
  }

  /** A part of the address that the form passes on as it is. */
  public record Kept(String name, String value) {}

  public List<Kept> getKept() {
    Map<String, String> parts = view.asked().parts();
    return List.of("view", "period", "rows").stream()
        .filter(parts::containsKey)
        .map(name -> new Kept(name, parts.get(name)))
        .toList();
  }

  /** What restricts, each with the address without it. */
  public List<Chip> getChips() {
    return view.asked().chosen().entrySet().stream()
        .map(
            each ->
                new Chip(
                    words
                        .name(each.getKey(), each.getValue(), language.get())
                        .orElse(each.getValue()),
                    view.asked().without(each.getKey()).text()))
        .toList();
  }

  /** Whether one of those is chosen that the form shows only when asked for more. */
  public boolean isMoreChosen() {
    SessionFilter filter = view.filter();
    return filter.audience() != null
        || filter.donor() != null
        || filter.state() != null
        || view.getCentre() == null && filter.centre() != null;
  }

  public boolean isOpen() {
    return view.filter().open();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .map(
            region ->
                choice(region.code(), region.name().in(language.get()), view.filter().region()))
        .toList();
  }

  /** Of the region that is chosen: of all there are too many. */
  public List<Choice> getCentres() {
    String region = view.filter().region();
    return region == null
        ? List.of()
        : directory.trainingCentres().stream()
            .filter(centre -> centre.regionCode().equals(region))
            .map(
                centre ->
                    choice(centre.code(), centre.name().in(language.get()), view.filter().centre()))
            .toList();
  }

  public List<Choice> getThemes() {
    return themes.all().stream()
        .map(theme -> choice(theme.code(), theme.name().in(language.get()), view.filter().theme()))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                choice(each.code(), formats.languageName(each.code()), view.filter().language()))
        .toList();
  }

  public List<Choice> getAudiences() {
    return Arrays.stream(Audience.values())
        .map(
            each ->
                choice(
                    each.code(), text("catalog.audience." + each.code()), view.filter().audience()))
        .toList();
  }

  public List<Choice> getDonors() {
    return directory.bodies(language.get()).stream()
        .filter(body -> body.kind() == BodyKind.DONOR)
        .map(body -> choice(body.code(), body.name().in(language.get()), view.filter().donor()))
        .toList();
  }

  public List<Choice> getStates() {
    return Arrays.stream(SessionState.values())
        .filter(SessionState::seen)
        .map(
            state ->
                choice(state.code(), text("calendar.state." + state.code()), view.filter().state()))
        .toList();
  }

  /** The zones in which Members and centres are, and the one that is chosen. */
  public List<Choice> getZones() {
    Instant now = clock.instant();
    ZoneId shown = view.clocks().zone();
    Set<String> names = new TreeSet<>();
    directory.members().stream().map(MemberSummary::zone).forEach(names::add);
    directory.trainingCentres().stream().map(CentreSummary::zone).forEach(names::add);
    names.add("UTC");
    if (shown != null) {
      names.add(shown.getId());
    }
    List<ZoneId> zones = names.stream().flatMap(name -> CurrentZone.named(name).stream()).toList();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(CurrentZone.PLACE, text("calendar.zone.place"), shown == null));
    ZoneNames.sorted(zones, language.get())
        .forEach(
            zone ->
                choices.add(
                    choice(zone.getId(), named(zone, now), shown == null ? null : shown.getId())));
    return choices;
  }

  /** On whose clocks everything is shown. */
  public String getZone() {
    ZoneId shown = view.clocks().zone();
    if (shown != null) {
      return named(shown, clock.instant());
    }
    return view.getCentre() == null
        ? text("calendar.zone.place")
        : named(ZoneId.of(view.getCentre().zone()), clock.instant());
  }

  /** The clocks of the centre, where others are shown; else null. */
  public String getVenueZone() {
    if (view.getCentre() == null || view.clocks().zone() == null) {
      return null;
    }
    ZoneId venue = ZoneId.of(view.getCentre().zone());
    return venue.equals(view.clocks().zone()) ? null : named(venue, clock.instant());
  }

  /** What the address calls a zone that is none, or null. */
  public String getUnknownZone() {
    return chosenZone.getUnknown();
  }

  private String named(ZoneId zone, Instant at) {
    return zone.getId().equals("UTC")
        ? "UTC"
        : ZoneNames.city(zone, language.get()) + ", " + ZoneNames.offset(zone, at);
  }

  private static Choice choice(String code, String name, String chosen) {
    return new Choice(code, name, code.equals(chosen));
  }

  private String text(String key) {
    return Texts.text(language.get(), key);
  }
}
