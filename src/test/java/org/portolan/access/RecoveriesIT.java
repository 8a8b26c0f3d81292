package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.people.EmailAddress;
import org.portolan.platform.security.Token;
import org.portolan.platform.security.TokenScope;

/** The way back for somebody who forgot a password. */
@ArquillianTest
class RecoveriesIT {
  private static final Pattern LINK = Pattern.compile("recover/new\\?token=([\\w-]+)");
  private static final String PASSWORD = "nine-slow-turtles";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private Recoveries recoveries;
  @Inject private RecoveryLinks links;
  @Inject private SignInService signIns;
  @Inject private AccessTokens tokens;
  @Inject private AccountService account;
  @Inject private Scenario scenario;

  private final String network = UUID.randomUUID().toString();

  @Test
  void theLinkSetsAPasswordOnceAndEndsEverySignInAndToken() {
    long person = scenario.officer(Scenario.MEMBER);
    String email = scenario.email(person);
    assertThat(recoveries.reset(asked(email), PASSWORD)).isTrue();
    Token signedIn = signIn(email, PASSWORD).token();
    assertThat(tokens.findBySession(signedIn.hash())).isPresent();
    scenario.as(person, Scenario.MEMBER);
    String personal =
        account.createToken("Nightly", Set.of(TokenScope.READ), 30).orElseThrow().hash();
    assertThat(tokens.findByPersonalToken(personal)).isPresent();

    String token = asked(email);
    assertThat(recoveries.find(token)).isPresent();
    assertThat(recoveries.reset(token, "ten-quick-turtles")).isTrue();
    assertThat(tokens.findBySession(signedIn.hash())).isEmpty();
    assertThat(tokens.findByPersonalToken(personal)).isEmpty();
    assertThat(recoveries.find(token)).isEmpty();
    assertThat(recoveries.reset(token, PASSWORD)).isFalse();
    assertThat(signIn(email, "ten-quick-turtles").outcome())
        .isEqualTo(SignInService.Attempt.Outcome.DONE);
    assertThat(signIn(email, PASSWORD).outcome()).isEqualTo(SignInService.Attempt.Outcome.WRONG);
  }

  @Test
  void everybodyGetsTheSameAnswerAndOnlyAnOwnerALetter() throws Exception {
    String unknown = UUID.randomUUID() + "@customs.example";
    String known = scenario.email(scenario.officer(Scenario.MEMBER));
    assertThat(recoveries.ask(unknown, network)).isTrue();
    assertThat(recoveries.ask(known, network)).isTrue();

    awaitLetters(known, 1);
    assertThat(letters(unknown)).isZero();
  }

  @Test
  void aLinkWorksForAnHour() throws Exception {
    String email = scenario.email(scenario.officer(Scenario.MEMBER));
    String token = asked(email);
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE recovery SET expires_at = expires_at - INTERVAL 61 MINUTE WHERE token_hash"
                    + " = ?")) {
      update.setString(1, Token.sha256(token));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    assertThat(recoveries.find(token)).isEmpty();
    assertThat(recoveries.reset(token, PASSWORD)).isFalse();
  }

  @Test
  void oneAddressGetsFewLettersAndOneNetworkFewTries() throws Exception {
    String email = scenario.email(scenario.officer(Scenario.MEMBER));
    for (int i = 0; i < 60; i++) {
      assertThat(recoveries.ask(email, network)).isTrue();
    }
    assertThat(recoveries.ask(email, network)).isFalse();
    assertThat(recoveries.ask(email, UUID.randomUUID().toString())).isTrue();
    awaitLetters(email, 3);
  }

  private String asked(String email) {
    links.write(new EmailAddress(email));
    Matcher link =
        LINK.matcher(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE to_address = '"
                    + email
                    + "' ORDER BY id DESC LIMIT 1"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private SignInService.Attempt signIn(String email, String password) {
    return signIns.signIn(email, password, network, "test", Optional.empty());
  }

  private long letters(String email) {
    return scenario.number("SELECT COUNT(*) FROM mail_letter WHERE to_address = ?", email);
  }

  /** Letters are written after the answer; then no more come. */
  private void awaitLetters(String email, long expected) throws InterruptedException {
    for (int i = 0; i < 100 && letters(email) < expected; i++) {
      Thread.sleep(Duration.ofMillis(50).toMillis());
    }
    Thread.sleep(Duration.ofMillis(300).toMillis());
    assertThat(letters(email)).isEqualTo(expected);
  }
}
