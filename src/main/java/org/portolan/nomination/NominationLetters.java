package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;

/** The letters by which officers learn that their administration sends them. */
@ApplicationScoped
class NominationLetters {
  private static final String KIND = "nomination.letter.nominated";

  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  @Transactional(Transactional.TxType.MANDATORY)
  void tell(long sessionId, List<Nominee> sent) {
    Map<Long, PersonSummary> known = people.byIds(sent.stream().map(Nominee::personId).toList());
    for (Nominee each : sent) {
      PersonSummary officer = known.get(each.personId());
      if (officer == null || !Letter.reachable(officer.email())) {
        continue;
      }
      Language language = Language.of(officer.language()).orElse(Language.EN);
      OfferedSession session = enrolment.session(String.valueOf(sessionId), language);
      outbox.post(
          Letter.of(KIND, officer.email(), language)
              .person(officer.id())
              .greeting(officer.name())
              .paragraph(
                  KIND + ".body",
                  session.title(),
                  session.centre(),
                  new Dates(language).days(session.firstDay(), session.lastDay()))
              .link(
                  KIND + ".open",
                  installation.baseUrl() + "/applications/" + each.applicationId()));
    }
  }
}
