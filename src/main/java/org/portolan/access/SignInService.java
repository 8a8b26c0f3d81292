package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.platform.security.Token;

/** Lets people in by address and password, and out again. */
@ApplicationScoped
public class SignInService {
  /** How long a browser stays signed in. */
  public static final Duration LIFE = Duration.ofHours(12);

  private static final int LONGEST_PASSWORD = 200;

  @Inject private Sessions sessions;
  @Inject private PasswordHashing hashing;
  @Inject private SignInThrottle throttle;
  @Inject private FailedSignIns failures;

  /**
   * An unknown address takes the same way as a wrong password, and as long.
   *
   * @param address of the network from which somebody tries
   * @param agent how their browser describes itself
   * @param before the token with which the browser came, which ends here
   */
  public Attempt signIn(
      String email, String password, String address, String agent, Optional<Token> before) {
    Optional<EmailAddress> typed = EmailAddress.typed(email);
    if (typed.isEmpty()) {
      return Attempt.failed(Attempt.Outcome.WRONG);
    }
    EmailAddress account = typed.get();
    if (!throttle.admits(account, address)) {
      return Attempt.failed(Attempt.Outcome.TOO_MANY);
    }
    Optional<Account> found = sessions.findAccount(account);
    try {
      String tried = password.substring(0, Math.min(password.length(), LONGEST_PASSWORD));
      if (!hashing.matches(tried, found.map(Account::passwordHash).orElse(null))) {
        found.ifPresent(owner -> failures.record(owner.personId()));
        return Attempt.failed(Attempt.Outcome.WRONG);
      }
    } catch (PasswordHashing.TooBusy e) {
      return Attempt.failed(Attempt.Outcome.BUSY);
    }
    throttle.forget(account, address);
    before.ifPresent(token -> sessions.end(token.hash()));
    return Attempt.done(sessions.begin(found.orElseThrow().personId(), agent));
  }

  public void signOut(Token token) {
    sessions.signOut(token.hash());
  }

  /** What is needed to check a password. */
  record Account(long personId, String passwordHash) {}

  /** How a try to sign in went; the token is there when it went well. */
  public record Attempt(Outcome outcome, Token token) {
    static Attempt done(Token token) {
      return new Attempt(Outcome.DONE, token);
    }

    static Attempt failed(Outcome outcome) {
      return new Attempt(outcome, null);
    }

    /** How it went. */
    public enum Outcome {
      DONE,
      WRONG,
      TOO_MANY,
      BUSY
    }
  }
}
