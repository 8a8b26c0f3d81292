package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.portolan.people.AccountRequested;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.region.Directory;

/** The letters by which those who decide for a Member learn that an account is asked for. */
@ApplicationScoped
class DeciderLetters {
  @Inject private Deciding deciding;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  void tell(@Observes AccountRequested request) {
    String member = request.memberCode();
    people
        .byIds(deciding.peopleFor(member, clock.instant()))
        .values()
        .forEach(decider -> tell(decider, member));
  }

  private void tell(PersonSummary decider, String member) {
    Language language = Language.of(decider.language()).orElse(Language.EN);
    String name =
        directory.findMember(member).map(found -> found.name().in(language)).orElse(member);
    outbox.post(
        Letter.of("office.letter.account-requested", decider.email(), language)
            .person(decider.id())
            .greeting(decider.name())
            .paragraph("office.letter.account-requested.body", name)
            .link(
                "office.letter.account-requested.open",
                installation.baseUrl() + "/desk/people/requests"));
  }
}
