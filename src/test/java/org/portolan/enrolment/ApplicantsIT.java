package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.people.People;

/** To which groups of the rules of seats people belong. */
@ArquillianTest
class ApplicantsIT {
  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private Applicants applicants;
  @Inject private People people;
  @Inject private Scenario scenario;

  @Test
  void theGroupsOfAnOfficerAreThoseOfTheirMember() throws Exception {
    assertThat(groups("XS")).isEqualTo("least-developed:yes member:XS region:WCA subregion:011");
    assertThat(groups("XN")).isEqualTo("member:XN region:EUR subregion:154");
    assertThat(groups(null)).isEmpty();
  }

  private String groups(String member) throws Exception {
    long person = scenario.officer(member);
    transaction.begin();
    try {
      return applicants.groups(member, people.holdGender(person).orElseThrow()).text();
    } finally {
      transaction.rollback();
    }
  }
}
