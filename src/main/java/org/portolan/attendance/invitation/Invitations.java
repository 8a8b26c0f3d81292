package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.attendance.invitation.InvitationRows.Row;
import org.portolan.attendance.online.OnlineRoom;
import org.portolan.attendance.online.OnlineRooms;
import org.portolan.calendar.CalendarEntries;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;

/**
 * Keeps the calendars of those who have seats as the seats are. What is to be told is found by
 * looking at seats and sessions, so that nothing is missed, whatever gave a seat or took it, and
 * nothing is told twice.
 */
@ApplicationScoped
class Invitations {
  private static final int AT_ONCE = 50;

  @Inject private InvitationRows rows;
  @Inject private InvitationLinks links;
  @Inject private InvitationSettings settings;
  @Inject private OnlineRooms rooms;
  @Inject private CalendarService calendar;
  @Inject private CalendarEntries entries;
  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** Sessions in which something is to be told. */
  @Transactional
  List<Long> due() {
    return rows.due(clock.instant(), AT_ONCE);
  }

  /**
   * Tells it to all whom it concerns.
   *
   * @return how many letters were written
   */
  @Transactional
  int settle(long session) {
    rows.lock(session);
    Instant now = clock.instant();
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    List<Row> invite = rows.uninvited(session, now);
    List<Row> cancel = rows.unseated(session, now);
    OnlineRoom room = rooms.last(session);
    Told told = new Told(facts, room, people(invite, cancel));
    for (Row row : invite) {
      int sequence = Math.max(row.sequence() + 1, facts.sequenceNumber());
      if (row.invited() && row.sessionSequence() == facts.sequenceNumber()) {
        rows.keepRoom(row, room.version(), now);
        told.tell(row, "online", "REQUEST", row.sequence());
      } else {
        rows.keep(row, sequence, facts.sequenceNumber(), room.version(), true, now);
        told.tell(row, row.invited() ? "changed" : "invited", "REQUEST", sequence);
      }
    }
    for (Row row : cancel) {
      int sequence = Math.max(row.sequence() + 1, facts.sequenceNumber());
      rows.keep(row, sequence, facts.sequenceNumber(), room.version(), false, now);
      if (row.reply() != Reply.DECLINED) {
        // whoever declined has taken it out of their calendar
        told.tell(row, "cancelled", "CANCEL", sequence);
      }
    }
    outbox.postAll(told.letters);
    return told.letters.size();
  }

  private Map<Long, PersonSummary> people(List<Row> invite, List<Row> cancel) {
    return people.byIds(
        Stream.concat(invite.stream(), cancel.stream())
            .map(Row::person)
            .collect(Collectors.toSet()));
  }

  /** The letters about one session. */
  private final class Told {
    private final SessionFacts facts;
    private final OnlineRoom room;
    private final Map<Long, PersonSummary> known;
    private final Map<Language, OfferedSession> sessions = new EnumMap<>(Language.class);
    private final List<Letter> letters = new ArrayList<>();

    private Told(SessionFacts facts, OnlineRoom room, Map<Long, PersonSummary> known) {
      this.facts = facts;
      this.room = room;
      this.known = known;
    }

    private void tell(Row row, String kind, String method, int sequence) {
      PersonSummary person = known.get(row.person());
      if (person == null || !Letter.reachable(person.email())) {
        return;
      }
      Language language = Language.of(person.language()).orElse(Language.EN);
      OfferedSession session =
          sessions.computeIfAbsent(
              language, theirs -> enrolment.session(String.valueOf(facts.id()), theirs));
      String secret = links.write(row.application());
      String entry =
          entries.entry(
              facts,
              session.title(),
              new CalendarEntries.Invited(
                  method,
                  sequence,
                  settings.organizer(secret),
                  session.centre(),
                  person.email(),
                  person.name(),
                  asked(row, kind) ? null : row.reply().code().toUpperCase(Locale.ROOT),
                  // whoever lost the seat is not told how it is joined
                  method.equals("REQUEST") && room.version() > 0 ? room.joining() : null),
              language);
      Letter letter =
          Letter.of("attendance.letter." + kind, person.email(), language)
              .person(person.id())
              .greeting(person.name())
              .subject(session.title())
              .paragraph("attendance.letter." + kind + ".body", session.title(), session.centre())
              .calendar(method, entry);
      if (kind.equals("online")) {
        letter.link("attendance.letter.online.open", installation.baseUrl() + RoomLetters.PAGE);
      }
      if (method.equals("REQUEST")) {
        letter.secretUntil(facts.startsAt());
        if (asked(row, kind)) {
          letter.link(
              "attendance.letter.answer",
              installation.baseUrl() + "/calendar/invitation?token=" + secret);
        }
      }
      letters.add(letter);
    }

    /** Whether they are to say that they come; an answer to the same days stands. */
    private boolean asked(Row row, String kind) {
      return !kind.equals("online") || row.reply() == Reply.NONE;
    }
  }
}
