package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Occasion;
import org.portolan.eligibility.Verdict;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SignedIn;

/** Whether the one who asks may apply for a session. */
@ApplicationScoped
public class EligibilityCheck {
  @Inject private SessionConditions conditions;
  @Inject private FactsOfPeople facts;
  @Inject private CurrentPerson me;

  /** What a session asks for; everybody may know. */
  @Transactional
  public Eligibility askedBy(long session) {
    return conditions.of(session);
  }

  /** What they meet of the conditions of a session, and what would help where they do not. */
  @Transactional
  public Verdict mine(Occasion occasion) {
    return verdict(me.require(), conditions.of(occasion.session()), occasion);
  }

  /**
   * For somebody who applies, or is sent by those who decide for their administration. Asks the
   * database for nothing where there are no conditions.
   *
   * @throws NotEligible when they do not meet them; the transaction may go on for others
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = NotEligible.class)
  public void require(long person, String member, Eligibility asked, Occasion occasion) {
    if (asked.open()) {
      return;
    }
    // a Member may be missing, which no other map takes
    Verdict verdict =
        verdicts(Collections.singletonMap(person, member), asked, occasion).get(person);
    if (!verdict.eligible()) {
      throw new NotEligible(verdict);
    }
  }

  /**
   * What people of an administration meet of the conditions of a session, however many they are;
   * asked for by those who decide for it.
   *
   * @param members code of the administration by person
   */
  @Transactional
  public Map<Long, Verdict> of(Map<Long, String> members, Occasion occasion) {
    return verdicts(members, conditions.of(occasion.session()), occasion);
  }

  private Map<Long, Verdict> verdicts(
      Map<Long, String> members, Eligibility asked, Occasion occasion) {
    Map<Long, Verdict> verdicts = new HashMap<>();
    facts
        .of(members, asked.needs())
        .forEach((person, known) -> verdicts.put(person, asked.check(known, occasion)));
    return verdicts;
  }

  private Verdict verdict(SignedIn person, Eligibility asked, Occasion occasion) {
    return verdicts(
            Collections.singletonMap(person.personId(), person.memberCode()), asked, occasion)
        .get(person.personId());
  }
}
