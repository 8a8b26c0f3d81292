package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.seat.ApplicationState;

/** The letters by which officers learn that their administration sends them. */
@ApplicationScoped
class NominationLetters {
  @Inject private EnrolmentService enrolment;
  @Inject private Nominees nominees;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Officers were handed in: some wait, some have the seat. */
  @Transactional(Transactional.TxType.MANDATORY)
  void sent(long sessionId, List<Nominee> sent) {
    Map<Long, ApplicationState> states =
        nominees.states(sent.stream().map(Nominee::applicationId).toList());
    for (Nominee each : sent) {
      boolean seat = states.get(each.applicationId()) == ApplicationState.APPROVED;
      post(sessionId, each, seat ? "seated" : "nominated", "");
    }
  }

  /** An officer is sent no longer. */
  @Transactional(Transactional.TxType.MANDATORY)
  void takenBack(long sessionId, Nominee nominee, String reason) {
    post(sessionId, nominee, "taken-back", reason.strip());
  }

  private void post(long sessionId, Nominee nominee, String what, String reason) {
    PersonSummary officer = people.find(nominee.personId()).orElse(null);
    if (officer == null || !Letter.reachable(officer.email())) {
      return;
    }
    String kind = "nomination.letter." + what;
    Language language = Language.of(officer.language()).orElse(Language.EN);
    OfferedSession session = enrolment.session(sessionId, language);
    outbox.post(
        Letter.of(kind, officer.email(), language)
            .person(officer.id())
            .greeting(officer.name())
            .paragraph(
                kind + ".body",
                session.title(),
                session.centre(),
                new Dates(language).days(session.firstDay(), session.lastDay()),
                reason)
            .link(
                kind + ".open",
                installation.baseUrl() + "/applications/" + nominee.applicationId()));
  }
}
