package org.portolan.attendance.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.attendance.online.OnlineRooms;
import org.portolan.booking.Bookings;
import org.portolan.calendar.CalendarEntries;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Token;

/**
 * The sessions in which somebody has a seat, or which they teach, as a feed for their calendar.
 * Whoever knows the address reads it, so it is shown once, kept as a hash and can be taken back.
 */
@ApplicationScoped
public class PersonalFeeds {
  private static final Duration KEPT = Duration.ofDays(183);

  @Inject private PersonalFeedRows rows;
  @Inject private CalendarService calendar;
  @Inject private CalendarEntries entries;
  @Inject private Bookings bookings;
  @Inject private OnlineRooms rooms;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Since when there is an own address; empty where there is none. */
  @Transactional
  public Optional<Instant> mine() {
    me.requireSelf();
    return rows.madeAt(me.id());
  }

  /**
   * Makes an own address in the place of the one that there may be.
   *
   * @return the path, which nobody can be told again
   */
  @Transactional
  public String make() {
    requireBrowser();
    Token secret = Token.random("");
    rows.keep(me.id(), secret.hash(), clock.instant());
    audit.entry("person.feed-made", "person", me.id()).write();
    return "/calendar/mine/" + secret.secret() + ".ics";
  }

  /** Takes it back: from now on nobody reads anything there. */
  @Transactional
  public void revoke() {
    requireBrowser();
    if (rows.remove(me.id())) {
      audit.entry("person.feed-revoked", "person", me.id()).write();
    }
  }

  private void requireBrowser() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
  }

  /** What is read under an address, in the language of its owner; empty where it is none. */
  @Transactional
  public Optional<byte[]> read(String secret) {
    return rows.owner(Token.sha256(secret))
        .flatMap(people::find)
        .map(
            owner -> {
              Language reader = Language.of(owner.language()).orElse(Language.EN);
              List<SessionSummary> sessions = sessions(owner, reader);
              return entries.feed(
                  Texts.format(reader, "attendance.feed.name", owner.name()),
                  "/calendar/mine/" + secret + ".ics",
                  "/applications",
                  sessions,
                  joining(sessions),
                  reader);
            });
  }

  /** The feed has only what its owner has a seat in, or teaches. */
  private Map<Long, CalendarEntries.Joining> joining(List<SessionSummary> sessions) {
    return rooms.told(sessions.stream().map(SessionSummary::id).toList()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().joining()));
  }

  private List<SessionSummary> sessions(PersonSummary owner, Language reader) {
    Instant ended = clock.instant().minus(KEPT);
    Set<Long> ids = new LinkedHashSet<>(rows.sessions(owner.id(), ended));
    // those that they teach as well
    ids.addAll(bookings.taughtBy(owner.id(), ended));
    return calendar.findAll(ids, reader).values().stream()
        .filter(session -> session.facts().dated())
        .filter(session -> session.facts().state() != SessionState.DRAFT)
        .sorted(Comparator.comparing((SessionSummary each) -> each.facts().startsAt()))
        .toList();
  }
}
