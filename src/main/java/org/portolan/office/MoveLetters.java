package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.region.Directory;

/** The letters about a change of administration. */
@ApplicationScoped
class MoveLetters {
  @Inject private Deciding deciding;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /**
   * To those who decide for the Member that somebody wants to come to; they find who it is there.
   */
  void tellDeciders(PersonSummary person, String member) {
    Set<Long> deciders = deciding.peopleFor(member, clock.instant());
    deciders.remove(person.id());
    people.byIds(deciders).values().forEach(decider -> tellAsked(decider, member));
  }

  private void tellAsked(PersonSummary decider, String member) {
    Language language = language(decider);
    outbox.post(
        Letter.of("office.letter.move-asked", decider.email(), language)
            .person(decider.id())
            .greeting(decider.name())
            .paragraph("office.letter.move-asked.body", name(member, language))
            .link("office.letter.move-asked.open", installation.baseUrl() + "/desk/people/moves"));
  }

  /** To the person, and to those who decide for the Member that they left. */
  void tellAccepted(PersonSummary person, AdministrationChange change) {
    Language language = language(person);
    outbox.post(
        Letter.of("office.letter.moved", person.email(), language)
            .person(person.id())
            .greeting(person.name())
            .paragraph("office.letter.moved.body", name(change.toMember(), language))
            .link("office.letter.moved.open", installation.baseUrl() + "/account"));
    String left = change.fromMember();
    if (left == null) {
      return;
    }
    Set<Long> deciders = deciding.peopleFor(left, clock.instant());
    deciders.remove(person.id());
    people.byIds(deciders).values().forEach(decider -> tellLeft(decider, person, change));
  }

  private void tellLeft(PersonSummary decider, PersonSummary person, AdministrationChange change) {
    Language language = language(decider);
    outbox.post(
        Letter.of("office.letter.left", decider.email(), language)
            .person(decider.id())
            .greeting(decider.name())
            .paragraph(
                "office.letter.left.body",
                person.name(),
                name(change.fromMember(), language),
                name(change.toMember(), language))
            .link("office.letter.left.open", installation.baseUrl() + "/desk/people/moves"));
  }

  void tellRefused(PersonSummary person, AdministrationChange change, String why) {
    Language language = language(person);
    outbox.post(
        Letter.of("office.letter.move-refused", person.email(), language)
            .person(person.id())
            .greeting(person.name())
            .paragraph("office.letter.move-refused.body", name(change.toMember(), language))
            .quote(why));
  }

  private String name(String member, Language language) {
    return directory.findMember(member).map(found -> found.name().in(language)).orElse(member);
  }

  private static Language language(PersonSummary person) {
    return Language.of(person.language()).orElse(Language.EN);
  }
}
