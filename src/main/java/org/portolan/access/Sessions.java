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
import org.portolan.platform.web.NotFound;

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

  /**
   * Empty where the account is none any more: whoever showed who they are did so a moment before.
   *
   * @param strong by two factors
   */
  @Transactional
  Optional<Token> begin(long personId, String agent, boolean strong) {
    if (!people.holdStill(personId)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    accounts.forgetPending(now);
    Token token = Token.random("");
    String described = agent == null ? "" : agent;
    accounts.add(
        new SignIn(
            token.hash(),
            personId,
            now,
            SignInService.LIFE,
            described.substring(0, Math.min(described.length(), LONGEST_AGENT)),
            strong));
    audit
        .entry("account.signed-in", "person", personId)
        .by(personId)
        .change("factors", null, strong ? 2 : 1)
        .write();
    return Optional.of(token);
  }

  /** The right password was given, and the second factor is owed. */
  @Transactional
  Token beginPending(long personId) {
    Token token = Token.random("");
    accounts.add(new PendingSignIn(token.hash(), personId, clock.instant()));
    return token;
  }

  @Transactional
  Optional<Long> findPending(Token token) {
    Instant now = clock.instant();
    return accounts
        .findPending(token.hash())
        .filter(pending -> pending.waits(now))
        .map(PendingSignIn::personId);
  }

  /** Of two at once only one is told that it did. */
  @Transactional
  boolean endPending(Token token) {
    return accounts.endPending(token.hash());
  }

  /** Somebody showed again who they are: the sign-in goes on under another token. */
  @Transactional
  Token prove(String tokenHash, boolean strong) {
    Token token = Token.random("");
    SignIn signIn =
        accounts.findSignInByToken(tokenHash).orElseThrow(() -> new NotFound("sign-in"));
    signIn.prove(token.hash(), clock.instant(), strong);
    audit.entry("account.proved", "person", signIn.personId()).by(signIn.personId()).write();
    tokens.forget(tokenHash);
    return token;
  }

  /** A second factor was shown in a sign-in that began without one. */
  @Transactional
  void strengthen(String tokenHash) {
    accounts.findSignInByToken(tokenHash).ifPresent(SignIn::strengthen);
    tokens.forget(tokenHash);
  }

  /** Tells the trail of something that somebody did who may not be signed in yet. */
  @Transactional
  void note(String action, long personId) {
    audit.entry(action, "person", personId).by(personId).write();
  }

  /** Ends the session of the person who asks, which is a deed of theirs. */
  @Transactional
  void signOut(String tokenHash) {
    if (me.isSignedIn()) {
      audit.entry("account.signed-out", "person", me.behind().orElse(me.id())).write();
    }
    end(tokenHash);
  }

  @Transactional
  void end(String tokenHash) {
    accounts.endSignIn(tokenHash);
    tokens.forget(tokenHash);
  }
}
