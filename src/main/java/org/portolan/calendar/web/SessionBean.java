package org.portolan.calendar.web;

import com.ibm.icu.util.TimeZone;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.DaysOnClocks;
import org.portolan.calendar.OwnPlaces;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The page of a session. */
@Named("sessionPage")
@RequestScoped
public class SessionBean {
  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;
  @Inject private CurrentPerson me;
  @Inject private Instance<OwnPlaces> ownPlaces;
  @Inject private ReaderZone readerZone;
  @Inject private SessionWords words;

  private SessionSummary session;

  @PostConstruct
  void read() {
    long id = parameters.number("id", 0);
    session = calendar.find(id, language.get()).orElseThrow(() -> new NotFound("session " + id));
  }

  public SessionSummary getSession() {
    return session;
  }

  public boolean isOpen() {
    return session.openAt(clock.instant());
  }

  /** Takes no more applications, though it has not begun. */
  public boolean isClosed() {
    return session.facts().closedAt(clock.instant());
  }

  /** Announced, but its days are still to come. */
  public boolean isAwaitsDays() {
    return session.facts().undated() && session.facts().state() == SessionState.PUBLISHED;
  }

  /** Address of what this reader has applied for here, or null. */
  public String getOwnAddress() {
    return me.isSignedIn()
        ? ownPlaces.stream()
            .flatMap(places -> places.address(session.id()).stream())
            .findFirst()
            .orElse(null)
        : null;
  }

  public boolean isForeign() {
    return !session.course().language().equals(language.getCode());
  }

  public String getCentreName() {
    return directory
        .findCentre(session.facts().centreCode())
        .map(centre -> centre.name().in(language.get()))
        .orElse(session.facts().centreCode());
  }

  /** Code of the centre that holds it together with its own, or null. */
  public String getCoHost() {
    return calendar.coHost(session.id()).orElse(null);
  }

  public String getCity() {
    return directory
        .findCentre(session.facts().centreCode())
        .map(centre -> centre.city())
        .orElse("");
  }

  /** The zone as people call it, in the season of the session. */
  public String getZoneName() {
    ZoneRules rules = ZoneId.of(session.facts().zone()).getRules();
    // the Java runtime knows these names in fewer languages
    return TimeZone.getTimeZone(session.facts().zone())
            .getDisplayName(
                rules.isDaylightSavings(session.facts().startsAt()),
                TimeZone.LONG,
                language.get().locale())
        + ", UTC"
        + rules.getOffset(session.facts().startsAt()).getId().replace("Z", "+00:00");
  }

  /** From which days on its clocks are set otherwise than on its first day, and how. */
  public List<String> getClockChanges() {
    if (!session.facts().dated()) {
      return List.of();
    }
    List<DaysOnClocks> stretches =
        DaysOnClocks.of(session.facts().days(), ZoneId.of(session.facts().zone()));
    return IntStream.range(1, stretches.size())
        .filter(at -> !stretches.get(at).offset().equals(stretches.get(at - 1).offset()))
        .mapToObj(stretches::get)
        .map(
            stretch ->
                Texts.format(
                    language.get(),
                    "calendar.session.clocks",
                    new Dates(language.get()).date(stretch.first()),
                    "UTC" + stretch.offset().getId().replace("Z", "+00:00")))
        .toList();
  }

  /** A line for each day of a session in slots, on the clocks of its centre. */
  public List<String> getSlots() {
    return words.slots(session.facts(), new ReaderClocks(null));
  }

  /** The same on the clocks of the reader; empty where these show the same. */
  public List<String> getSlotsElsewhere() {
    ReaderClocks clocks = readerZone.clocks();
    return clocks.elsewhere(session.facts()) ? words.slots(session.facts(), clocks) : List.of();
  }

  /** Its days and hours on the clocks of the reader, or null where these show the same. */
  public String getElsewhere() {
    ReaderClocks clocks = readerZone.clocks();
    return clocks.elsewhere(session.facts()) ? words.when(session.facts(), clocks) : null;
  }

  /** Address of the session alone as an iCalendar file, or null where nobody needs it any more. */
  public String getFile() {
    SessionFacts facts = session.facts();
    return facts.dated() && clock.instant().isBefore(facts.endsAt())
        ? DavCalendars.CENTRES + facts.centreCode() + "/" + facts.code() + ".ics"
        : null;
  }
}
