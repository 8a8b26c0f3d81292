package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.portolan.people.EmailAddress;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/** Lets people in by address and password, and out again. */
@ApplicationScoped
public class SignInService {
  /** How long a browser stays signed in. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** How long the second step may take. */
  public static final Duration STEP_LIFE = PendingSignIn.LIFE;

  private static final int LONGEST_PASSWORD = 200;

  @Inject private Sessions sessions;
  @Inject private PasswordHashing hashing;
  @Inject private SignInThrottle throttle;
  @Inject private FailedSignIns failures;
  @Inject private SecondFactors factors;
  @Inject private SealedBox box;
  @Inject private Passkeys passkeys;

  /** From a browser in which nobody is known to have signed in before. */
  public Attempt signIn(
      String email, String password, String address, String agent, Optional<Token> before) {
    return signIn(email, password, address, agent, before, Optional.empty());
  }

  /**
   * An unknown address takes the same way as a wrong password, and as long.
   *
   * @param address of the network from which somebody tries
   * @param agent how their browser describes itself
   * @param before the token with which the browser came, which ends here
   * @param known what the browser was given when somebody signed in there by a password
   */
  public Attempt signIn(
      String email,
      String password,
      String address,
      String agent,
      Optional<Token> before,
      Optional<Token> known) {
    Optional<EmailAddress> typed = EmailAddress.typed(email);
    if (typed.isEmpty()) {
      return Attempt.failed(Attempt.Outcome.WRONG);
    }
    EmailAddress account = typed.get();
    if (!throttle.admits(account, address, known.equals(Optional.of(mark(account))))) {
      return Attempt.failed(Attempt.Outcome.TOO_MANY);
    }
    Optional<Account> found = sessions.findAccount(account);
    try {
      if (!hashing.matches(cut(password), found.map(Account::passwordHash).orElse(null))) {
        throttle.failed(account, address);
        found.ifPresent(owner -> failures.record(owner.personId()));
        return Attempt.failed(Attempt.Outcome.WRONG);
      }
    } catch (PasswordHashing.TooBusy e) {
      return Attempt.failed(Attempt.Outcome.BUSY);
    }
    throttle.forget(account, address);
    return admit(found.orElseThrow().personId(), false, agent, before);
  }

  /**
   * Lets somebody in who showed who they are, or asks for the second factor they have here.
   *
   * @param strong by two factors already
   */
  Attempt admit(long person, boolean strong, String agent, Optional<Token> before) {
    return !strong && factors.has(person)
        ? new Attempt(Attempt.Outcome.SECOND_FACTOR, sessions.beginPending(person))
        : begin(person, strong, agent, before);
  }

  /** Whether somebody gave the right password and may still show the second factor. */
  public boolean waits(Optional<Token> pending) {
    return pending.flatMap(sessions::findPending).isPresent();
  }

  /**
   * The second step, by a code of the app or one of recovery.
   *
   * @param pending what the first step gave
   */
  public Attempt finish(Token pending, String typed, String agent, Optional<Token> before) {
    Optional<Long> person = sessions.findPending(pending);
    if (person.isEmpty()) {
      return Attempt.failed(Attempt.Outcome.TOO_LATE);
    }
    SecondFactors.Answer answer = factors.check(person.get(), TypedCode.of(typed));
    switch (answer) {
      case WRONG -> {
        return Attempt.failed(Attempt.Outcome.WRONG);
      }
      case WAIT -> {
        return Attempt.failed(Attempt.Outcome.TOO_MANY);
      }
      case RIGHT_BY_RECOVERY -> sessions.note("account.recovery-code-used", person.get());
      case RIGHT -> {}
    }
    return sessions.endPending(pending)
        ? begin(person.get(), true, agent, before)
        : Attempt.failed(Attempt.Outcome.TOO_LATE);
  }

  /** The second step, by a passkey of whoever gave the password. */
  public Attempt finishByPasskey(
      Token pending, String answer, String agent, Optional<Token> before) {
    Optional<Long> person = sessions.findPending(pending);
    if (person.isEmpty()) {
      return Attempt.failed(Attempt.Outcome.TOO_LATE);
    }
    if (passkeys.check(PasskeyPurpose.STEP, person.get(), answer).isEmpty()) {
      return Attempt.failed(Attempt.Outcome.WRONG);
    }
    return sessions.endPending(pending)
        ? begin(person.get(), true, agent, before)
        : Attempt.failed(Attempt.Outcome.TOO_LATE);
  }

  /** By a passkey and nothing else: the device knows whose it is and has recognised them. */
  public Attempt signInByPasskey(String answer, String agent, Optional<Token> before) {
    OptionalLong person = passkeys.check(PasskeyPurpose.SIGN_IN, null, answer);
    return person.isPresent()
        ? begin(person.getAsLong(), true, agent, before)
        : Attempt.failed(Attempt.Outcome.WRONG);
  }

  private Attempt begin(long person, boolean strong, String agent, Optional<Token> before) {
    before.ifPresent(token -> sessions.end(token.hash()));
    return sessions
        .begin(person, agent, strong)
        .map(Attempt::done)
        .orElseGet(() -> Attempt.failed(Attempt.Outcome.WRONG));
  }

  /** By which a browser is known in which the owner of an account signed in; opens nothing. */
  public Optional<Token> mark(String email) {
    return EmailAddress.typed(email).map(this::mark);
  }

  private Token mark(EmailAddress account) {
    return new Token(box.mark(account.text(), "browser of an owner"));
  }

  /** Nothing is hashed that is longer than any password. */
  static String cut(String password) {
    return password.substring(0, Math.min(password.length(), LONGEST_PASSWORD));
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
      /** The password was right; the token stands for the step that is owed. */
      SECOND_FACTOR,
      /** The first step is too long ago. */
      TOO_LATE,
      WRONG,
      TOO_MANY,
      BUSY
    }
  }
}
