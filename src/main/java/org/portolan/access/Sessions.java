package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Token;

/**
 * Begins and ends sessions, each in a transaction of its own: none is open while a password is
 * hashed.
 */
@ApplicationScoped
class Sessions {
  private static final int LONGEST_AGENT = 200;

  @Inject private AccessRepository accounts;
  @Inject private People people;
  @Inject private AccessTokens tokens;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Transactional
  Optional<SignInService.Account> findAccount(EmailAddress email) {
    return people
        .findByEmail(email)
        .map(
            person ->
                new SignInService.Account(
                    person.id(),
                    accounts.findPassword(person.id()).map(Password::hash).orElse(null)));
  }

  @Transactional
  Token begin(long personId, String agent) {
    Instant now = clock.instant();
    accounts.forgetExpired(now);
    Token token = Token.random("");
    String described = agent == null ? "" : agent;
    accounts.add(
        new SignIn(
            token.hash(),
            personId,
            now,
            SignInService.LIFE,
            described.substring(0, Math.min(described.length(), LONGEST_AGENT))));
    audit.entry("account.signed-in", "person", personId).by(personId).write();
    return token;
  }

  /** Ends the session of the person who asks, which is a deed of theirs. */
  @Transactional
  void signOut(String tokenHash) {
    if (me.isSignedIn()) {
      audit.entry("account.signed-out", "person", me.id()).write();
    }
    end(tokenHash);
  }

  @Transactional
  void end(String tokenHash) {
    accounts.endSignIn(tokenHash);
    tokens.forget(tokenHash);
  }
}
