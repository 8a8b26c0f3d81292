package org.portolan.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.portolan.calendar.SessionSummary;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;
import org.portolan.region.OfficeHolders;
import org.portolan.region.PartialDate;
import org.portolan.region.ViceChair;

/** What the pages of the directory say of bodies, Members, terms and office holders. */
@Named("directoryWords")
@RequestScoped
public class DirectoryWords {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Clock clock;

  public String name(LocalName name) {
    return name.in(language.get());
  }

  public String member(String code) {
    return directory.findMember(code).map(member -> name(member.name())).orElse(code);
  }

  public String region(String code) {
    return directory.findRegion(code).map(region -> name(region.name())).orElse(code);
  }

  /** Its city, else its host; empty where neither is known. */
  public String place(BodySummary body) {
    if (body.city() != null) {
      return body.city();
    }
    return body.memberCode() == null ? "" : member(body.memberCode());
  }

  public String languages(String codes) {
    return codes.isEmpty() ? "" : formats.languages(codes);
  }

  /** How far the clocks of a zone are from UTC at this moment. */
  public String offset(String zone) {
    String offset = ZoneId.of(zone).getRules().getOffset(clock.instant()).getId();
    return "UTC" + (offset.equals("Z") ? "+00:00" : offset);
  }

  /** The time of a term, as far as it is known. */
  public String period(ViceChair term) {
    if (term.since() == null) {
      return texts.of("region.term.seen", date(term.seen()));
    }
    return term.until() == null
        ? texts.of("region.term.since", date(term.since()))
        : span(term.since(), term.until());
  }

  /** The time of a mandate. */
  public String period(OfficeHolders.Holder holder) {
    return holder.until() == null
        ? texts.of("region.term.since", formats.date(holder.from()))
        : formats.days(holder.from(), holder.until());
  }

  /** Where a session takes place, as a person would say it. */
  public String place(SessionSummary session) {
    return session.facts().online()
        ? texts.get("home.online")
        : directory
            .findCentre(session.facts().centreCode())
            .map(centre -> name(centre.name()))
            .orElse(session.facts().centreCode());
  }

  /** Where these sessions take place: what a list of them shows beside the sessions. */
  public List<String> places(List<SessionSummary> sessions) {
    return sessions.stream().map(this::place).toList();
  }

  /** Names of the Members whose practices these are; empty for those of a region. */
  public List<String> members(List<PracticeSummary> practices) {
    return practices.stream()
        .map(practice -> practice.memberCode() == null ? "" : member(practice.memberCode()))
        .toList();
  }

  /** Bodies as rows of a list. */
  List<BodyRow> rows(List<BodySummary> bodies) {
    return bodies.stream().map(this::row).toList();
  }

  /** Bodies as points of a map; those of which no place is known are left out. */
  List<MapPoint> points(List<BodySummary> bodies) {
    return bodies.stream()
        .filter(body -> body.place() != null)
        .map(
            body ->
                new MapPoint(
                    body.code(),
                    body.kind().code(),
                    name(body.name()),
                    MapView.x(body.place()),
                    MapView.y(body.place())))
        .toList();
  }

  private BodyRow row(BodySummary body) {
    return new BodyRow(
        body.code(),
        body.kind().code(),
        name(body.name()),
        place(body),
        languages(body.languages()),
        body.place() == null ? "" : body.place().latitude() + " " + body.place().longitude());
  }

  private String span(PartialDate since, PartialDate until) {
    return date(since) + " – " + date(until);
  }

  private String date(PartialDate date) {
    return date.month() == null ? date.year().toString() : formats.month(date.month());
  }
}
