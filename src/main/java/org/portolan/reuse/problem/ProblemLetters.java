package org.portolan.reuse.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portolan.access.AbsentPeople;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.LetterThrottle;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;

/** Letters about problems: to the editors of the region, and the answer to who told it. */
@ApplicationScoped
class ProblemLetters {
  static final String KIND = "reuse.letter.";

  @Inject private PracticePlaces practices;
  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private AbsentPeople absent;
  @Inject private Outbox outbox;
  @Inject private LetterThrottle throttle;
  @Inject private Installation installation;

  void told(PracticePlace practice, PracticeProblem problem) {
    Set<Long> editors = mandates.holders(Role.EDITOR, Scope.region(practice.regionCode()));
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary reader : people.byIds(editors).values()) {
      if (Letter.reachable(reader.email()) && !throttle.spares(reader.email())) {
        letters.add(
            letter("problem", practice, reader)
                .paragraph(KIND + "problem.body", practice.title())
                .quote(problem.words())
                .link(KIND + "problems", installation.baseUrl() + "/desk/problems"));
      }
    }
    outbox.postAll(letters);
  }

  /** Nobody is told of a practice that they may not read any more. */
  void settled(PracticePlace practice, long teller, String answer) {
    SignedIn held = absent.of(Set.of(teller)).get(teller);
    PersonSummary reader = people.find(teller).orElse(null);
    if (held != null
        && reader != null
        && Letter.reachable(reader.email())
        && practices.isFor(practice.id(), held)) {
      outbox.post(
          letter("settled", practice, reader)
              .paragraph(KIND + "settled.body", practice.title())
              .quote(answer)
              .link(KIND + "practice", installation.baseUrl() + "/knowledge/" + practice.code()));
    }
  }

  private static Letter letter(String kind, PracticePlace practice, PersonSummary reader) {
    return Letter.of(
            KIND + kind, reader.email(), Language.of(reader.language()).orElse(Language.EN))
        .person(reader.id())
        .greeting(reader.name())
        .subject(practice.title());
  }
}
