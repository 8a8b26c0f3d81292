package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.seat.ApplicationState;

/** The letters by which people learn what became of their applications. */
@ApplicationScoped
class SeatLetters {
  @Inject private People people;
  @Inject private ApplicationRows rows;
  @Inject private AnswerLinks links;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Tells the people of those of these applications that came to another state. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tell(List<Application> moved) {
    List<Application> told = new ArrayList<>();
    for (Application each : moved) {
      if (each.news() && kind(each).isPresent()) {
        told.add(each);
      }
    }
    Map<Long, PersonSummary> readers =
        people.byIds(told.stream().map(Application::personId).distinct().toList());
    Map<Language, Map<Long, OfferedSession>> sessions = new EnumMap<>(Language.class);
    for (Application each : told) {
      PersonSummary reader = readers.get(each.personId());
      if (reader != null && Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        OfferedSession session =
            sessions
                .computeIfAbsent(language, any -> new HashMap<>())
                .computeIfAbsent(
                    each.sessionId(), number -> rows.session(number, language).orElseThrow());
        outbox.post(letter(each, reader, kind(each).orElseThrow(), session, language));
      }
    }
  }

  private static Optional<String> kind(Application application) {
    return switch (application.state()) {
      case OFFERED -> Optional.of("enrolment.letter.offered");
      case APPROVED ->
          Optional.of(
              application.movedFrom() == ApplicationState.QUEUED
                  ? "enrolment.letter.seated"
                  : "enrolment.letter.approved");
      case QUEUED -> Optional.of("enrolment.letter.queued");
      case REFUSED -> Optional.of("enrolment.letter.refused");
      case WITHDRAWN -> Optional.of("enrolment.letter.taken-back");
      case LAPSED -> Optional.of("enrolment.letter.lapsed");
      case DECLINED -> Optional.of("enrolment.letter.declined");
      default -> Optional.empty();
    };
  }

  private Letter letter(
      Application application,
      PersonSummary reader,
      String kind,
      OfferedSession session,
      Language language) {
    Instant end = application.standing().until();
    String until = end == null ? "" : new Dates(language).moment(end, session.zone());
    Letter letter =
        Letter.of(kind, reader.email(), language)
            .person(reader.id())
            .greeting(reader.name())
            .paragraph(kind + ".body", session.title(), session.centre(), until, session.zone());
    return application.state() == ApplicationState.OFFERED
        ? answers(letter, application, language)
        : letter.link(kind + ".open", installation.baseUrl() + "/applications/" + application.id());
  }

  /** Both links open the same page, where a button answers: programs that look at mail open all. */
  private Letter answers(Letter letter, Application application, Language language) {
    String page = installation.baseUrl() + "/offer?lang=" + language.code() + "&answer=";
    String token = "&token=" + links.offer(application);
    return letter
        .paragraph("enrolment.letter.offered.how")
        .link("enrolment.offer.accept", page + "accept" + token)
        .link("enrolment.offer.decline", page + "decline" + token)
        .secretUntil(application.standing().until());
  }
}
