package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
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

/** The letters by which people learn what became of their place on a waiting list. */
@ApplicationScoped
class SeatLetters {
  @Inject private People people;
  @Inject private ApplicationRows rows;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Tells the people of these applications, which came to where they are by a rule or a choice. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tell(List<Application> moved) {
    List<Application> told = new ArrayList<>();
    for (Application each : moved) {
      if (kind(each.state()).isPresent()) {
        told.add(each);
      }
    }
    Map<Long, PersonSummary> readers =
        people.byIds(told.stream().map(Application::personId).distinct().toList());
    for (Application each : told) {
      PersonSummary reader = readers.get(each.personId());
      if (reader != null && Letter.reachable(reader.email())) {
        outbox.post(letter(each, reader, kind(each.state()).orElseThrow()));
      }
    }
  }

  private static Optional<String> kind(ApplicationState state) {
    return switch (state) {
      case OFFERED -> Optional.of("enrolment.letter.offered");
      case APPROVED -> Optional.of("enrolment.letter.seated");
      case LAPSED -> Optional.of("enrolment.letter.lapsed");
      default -> Optional.empty();
    };
  }

  private Letter letter(Application application, PersonSummary reader, String kind) {
    Language language = Language.of(reader.language()).orElse(Language.EN);
    OfferedSession session = rows.session(application.sessionId(), language).orElseThrow();
    Instant end = application.standing().until();
    String until = end == null ? "" : new Dates(language).moment(end, session.zone());
    return Letter.of(kind, reader.email(), language)
        .person(reader.id())
        .greeting(reader.name())
        .paragraph(kind + ".body", session.title(), session.centre(), until, session.zone())
        .link(kind + ".open", installation.baseUrl() + "/applications/" + application.id());
  }
}
