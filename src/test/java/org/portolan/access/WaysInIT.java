package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.people.PersonMerge;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Token;
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

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private PersonMerge merge;
  @Inject private AccessTokens tokens;

  @Resource private ManagedExecutorService threads;

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

  @Test
  void whoSignsInDuringAMergeSignsInToNothing() throws Exception {
    long stays = scenario.officer(Scenario.MEMBER);
    long goes = scenario.officer(Scenario.MEMBER);
    scenario.asAdministrator();
    transaction.begin();
    merge.merge(stays, goes);
    // the password was looked at before the merge was done
    Future<Optional<Token>> signingIn = threads.submit(() -> sessions.begin(goes, "test", false));
    assertThatThrownBy(() -> signingIn.get(2, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class);
    transaction.commit();
    assertThat(signingIn.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(left("sign_in", goes)).isZero();
    assertThat(sessions.begin(stays, "test", false)).isPresent();
  }

  @Test
  void nothingOpensAnAccountThatWasMerged() {
    long goes = guarded();
    String token = scenario.text("SELECT MAX(token_hash) FROM api_token WHERE person_id = " + goes);
    String session = scenario.text("SELECT MAX(token_hash) FROM sign_in WHERE person_id = " + goes);
    // as if both had been made while the merge was going on
    scenario.sql(
        "UPDATE person SET merged_at = '2026-01-01', merged_into = "
            + scenario.officer(Scenario.MEMBER)
            + " WHERE id = "
            + goes);
    assertThat(tokens.findByPersonalToken(token)).isEmpty();
    assertThat(tokens.findBySession(session)).isEmpty();
    scenario.sql("UPDATE person SET merged_into = NULL, merged_at = NULL WHERE id = " + goes);
    tokens.forget(token);
    tokens.forget(session);
    assertThat(tokens.findByPersonalToken(token)).isPresent();
    assertThat(tokens.findBySession(session)).isPresent();
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
