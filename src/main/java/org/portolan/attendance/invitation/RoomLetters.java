package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portolan.attendance.online.OnlineRoomChanged;
import org.portolan.attendance.online.OnlineRooms;
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
 * Tells those who have a seat that a session is joined otherwise, where no entry for their calendar
 * will. The letter does not say how: it is read by others and kept for long.
 */
@ApplicationScoped
class RoomLetters {
  static final String PAGE = "/my/attendance";

  @Inject private InvitationSettings settings;
  @Inject private OnlineRooms rooms;
  @Inject private CalendarService calendar;
  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  void tell(@Observes OnlineRoomChanged changed) {
    SessionFacts facts = calendar.facts(List.of(changed.session())).get(changed.session());
    boolean ahead = facts.dated() && facts.startsAt().isAfter(clock.instant());
    boolean over = facts.dated() && !facts.endsAt().isAfter(clock.instant());
    if (over || ahead && settings.on()) {
      return;
    }
    Map<Language, OfferedSession> sessions = new EnumMap<>(Language.class);
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary person : people.byIds(rooms.seated(facts.id())).values()) {
      if (Letter.reachable(person.email())) {
        Language language = Language.of(person.language()).orElse(Language.EN);
        OfferedSession session =
            sessions.computeIfAbsent(language, theirs -> enrolment.session(facts.id(), theirs));
        letters.add(
            Letter.of("attendance.letter.online", person.email(), language)
                .person(person.id())
                .greeting(person.name())
                .subject(session.title())
                .paragraph("attendance.letter.online.body", session.title(), session.centre())
                .link("attendance.letter.online.open", installation.baseUrl() + PAGE));
      }
    }
    outbox.postAll(letters);
  }
}
