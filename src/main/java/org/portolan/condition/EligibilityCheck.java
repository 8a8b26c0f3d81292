package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.Map;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Facts;
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
   * Asks the database for nothing where there are no conditions.
   *
   * @throws NotEligible when they do not meet them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void require(Eligibility asked, Occasion occasion) {
    if (asked.open()) {
      return;
    }
    Verdict verdict = verdict(me.require(), asked, occasion);
    if (!verdict.eligible()) {
      throw new NotEligible(verdict);
    }
  }

  private Verdict verdict(SignedIn person, Eligibility asked, Occasion occasion) {
    // a Member may be missing, which no other map takes
    Map<Long, String> one = Collections.singletonMap(person.personId(), person.memberCode());
    Facts known = facts.of(one, asked.needs()).get(person.personId());
    return asked.check(known, occasion);
  }
}
