package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionCancelled;
import org.portolan.calendar.SessionDated;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.region.Directory;

/**
 * Those who would come learn that the days are set, or that there will be none. What they said has
 * done its work then.
 */
@ApplicationScoped
class InterestLetters {
  private static final String DATED = "interest.letter.dated";
  private static final String CANCELLED = "interest.letter.cancelled";

  @Inject private InterestRepository interests;
  @Inject private CalendarService calendar;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  @Transactional(Transactional.TxType.MANDATORY)
  void dated(@Observes SessionDated event) {
    tell(event.sessionId(), DATED, "/apply/" + event.sessionId());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void cancelled(@Observes SessionCancelled event) {
    tell(event.sessionId(), CANCELLED, "/calendar/session/" + event.sessionId());
  }

  private void tell(long sessionId, String kind, String path) {
    List<Long> interested = interests.people(sessionId);
    if (interested.isEmpty()) {
      return;
    }
    Map<Language, SessionSummary> known = new EnumMap<>(Language.class);
    for (PersonSummary reader : people.byIds(interested).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        SessionSummary session =
            known.computeIfAbsent(
                language, each -> calendar.findAll(List.of(sessionId), each).get(sessionId));
        outbox.post(letter(kind, reader, language, session, installation.baseUrl() + path));
      }
    }
    interests.clear(sessionId);
  }

  private Letter letter(
      String kind, PersonSummary reader, Language language, SessionSummary session, String url) {
    SessionFacts facts = session.facts();
    String centre =
        directory
            .findCentre(facts.centreCode())
            .map(found -> found.name().in(language))
            .orElse(facts.centreCode());
    String days = facts.dated() ? new Dates(language).days(facts.firstDay(), facts.lastDay()) : "";
    return Letter.of(kind, reader.email(), language)
        .person(reader.id())
        .greeting(reader.name())
        .subject(session.course().title())
        .paragraph(kind + ".body", session.course().title(), centre, days)
        .link(kind + ".open", url);
  }
}
