package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.TokenScope;

/** What is left of an account when its ways in are taken away. */
@ArquillianTest
class WaysInIT {
  private static final String[] TABLES = {
    "authenticator",
    "recovery_code",
    "passkey",
    "sign_in",
    "pending_sign_in",
    "password",
    "api_token"
  };

  @Inject private WaysIn ways;
  @Inject private SecurityService security;
  @Inject private AccountService account;
  @Inject private Sessions sessions;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;
  @Inject private UserTransaction transaction;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void anAdministratorTakesTheSecondFactorAndEverySignIn() {
    long person = guarded();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> ways.takeFactors(person)).isInstanceOf(NotAllowed.class);
    assertThat(left("authenticator", person)).isEqualTo(1);

    scenario.asAdministrator();
    ways.takeFactors(person);
    assertThat(left("authenticator", person)).isZero();
    assertThat(left("sign_in", person)).isZero();
    assertThat(left("pending_sign_in", person)).isZero();
    assertThat(left("api_token", person)).isEqualTo(1);
  }

  @Test
  void nobodyTakesTheirOwnSecondFactorThatWay() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.asAdministrator();
    assertThat(ways.mayTakeFactors(person)).isTrue();
    assertThat(ways.mayTakeFactors(me.id())).isFalse();
    assertThatThrownBy(() -> ways.takeFactors(me.id())).isInstanceOf(NotAllowed.class);
  }

  @Test
  void whoHasNoSecondFactorIsNotSignedOut() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    sessions.begin(person, "test", false);
    scenario.asAdministrator();
    ways.takeFactors(person);
    assertThat(left("sign_in", person)).isEqualTo(1);
  }

  @Test
  void nothingIsLeftOfAnAccountThatIsNoMore() throws Exception {
    long person = guarded();
    transaction.begin();
    ways.forget(person);
    transaction.commit();
    for (String table : TABLES) {
      assertThat(left(table, person)).as(table).isZero();
    }
  }

  private long guarded() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    security.beginApp();
    scenario.sql("UPDATE authenticator SET confirmed_at = created_at WHERE person_id = " + person);
    sessions.begin(person, "test", false);
    sessions.beginPending(person);
    assertThat(account.createToken("Nightly", Set.of(TokenScope.READ), 30))
        .isNotEqualTo(Optional.empty());
    return person;
  }

  private long left(String table, long person) {
    return scenario.number("SELECT COUNT(*) FROM " + table + " WHERE person_id = ?", person);
  }
}
