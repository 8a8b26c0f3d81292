package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.portolan.access.SignInService.Attempt;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Token;

/**
 * Somebody who is signed in shows again who they are, before something dangerous. Who has a second
 * factor shows that: a password may be known to whoever sits at an open browser. The sign-in goes
 * on under another token.
 */
@ApplicationScoped
public class StepUp {
  @Inject private AccessRepository accounts;
  @Inject private Sessions sessions;
  @Inject private SecondFactors factors;
  @Inject private Passkeys passkeys;
  @Inject private PasswordHashing hashing;
  @Inject private SignInThrottle throttle;
  @Inject private ProviderRepository providers;
  @Inject private People people;
  @Inject private CurrentPerson me;

  /**
   * By what somebody can show who they are.
   *
   * @param code of an app, or one of recovery
   * @param elsewhere providers that know them
   */
  public record Ways(
      boolean password, boolean code, boolean passkey, List<SignInProviders.Choice> elsewhere) {
    boolean by(long provider) {
      return elsewhere.stream().anyMatch(choice -> choice.id() == provider);
    }

    public boolean none() {
      return !password && !code && !passkey && elsewhere.isEmpty();
    }
  }

  @Transactional
  public Ways ways() {
    me.requireSelf();
    return ways(me.id());
  }

  private Ways ways(long person) {
    boolean passkey = passkeys.possible() && !accounts.listPasskeys(person).isEmpty();
    boolean code = accounts.hasApp(person) || accounts.countRecoveryCodes(person) > 0;
    boolean weak = !accounts.hasSecondFactor(person);
    return new Ways(
        weak && accounts.findPassword(person).isPresent(),
        code,
        passkey,
        weak
            ? providers.listLinked(person).stream().map(SignInProviders::choice).toList()
            : List.of());
  }

  /** The same for somebody who owes the second factor. */
  @Transactional
  public Ways waysOf(Optional<Token> pending) {
    return pending
        .flatMap(sessions::findPending)
        .map(this::ways)
        .orElseGet(() -> new Ways(false, false, false, List.of()));
  }

  /**
   * @param address of the network from which somebody tries
   */
  public Attempt byPassword(String password, String address, Token session) {
    requireBrowser();
    if (!ways().password()) {
      return Attempt.failed(Attempt.Outcome.WRONG);
    }
    EmailAddress email = new EmailAddress(people.find(me.id()).orElseThrow().email());
    if (!throttle.admits(email, address, true)) {
      return Attempt.failed(Attempt.Outcome.TOO_MANY);
    }
    try {
      String hash = sessions.findAccount(email).orElseThrow().passwordHash();
      if (!hashing.matches(SignInService.cut(password), hash)) {
        throttle.failed(email, address);
        return Attempt.failed(Attempt.Outcome.WRONG);
      }
    } catch (PasswordHashing.TooBusy e) {
      return Attempt.failed(Attempt.Outcome.BUSY);
    }
    throttle.forget(email, address);
    return Attempt.done(sessions.prove(session.hash(), false));
  }

  /** By a code of the app or one of recovery. */
  public Attempt byCode(String typed, Token session) {
    requireBrowser();
    return switch (factors.check(me.id(), TypedCode.of(typed))) {
      case RIGHT -> Attempt.done(sessions.prove(session.hash(), true));
      case RIGHT_BY_RECOVERY -> {
        sessions.note("account.recovery-code-used", me.id());
        yield Attempt.done(sessions.prove(session.hash(), true));
      }
      case WRONG -> Attempt.failed(Attempt.Outcome.WRONG);
      case WAIT -> Attempt.failed(Attempt.Outcome.TOO_MANY);
    };
  }

  /** By a passkey of this person. */
  public Attempt byPasskey(String answer, Token session) {
    requireBrowser();
    return passkeys.check(PasskeyPurpose.PROVE, me.id(), answer).isPresent()
        ? Attempt.done(sessions.prove(session.hash(), true))
        : Attempt.failed(Attempt.Outcome.WRONG);
  }

  /**
   * Who may begin to show at a provider who they are: it knows them, and they have no second factor
   * here.
   */
  @Transactional
  long proving(long provider) {
    requireBrowser();
    if (!ways().by(provider)) {
      throw new NotAllowed();
    }
    return me.id();
  }

  /** By what a provider says of them, who came back to the session in which they left. */
  @Transactional
  Optional<Attempt> byProvider(long person, boolean strong, Optional<Token> session) {
    return session
        .flatMap(token -> accounts.findSignInByToken(token.hash()))
        .filter(signIn -> signIn.personId() == person && signIn.actingAs() == null)
        .map(signIn -> Attempt.done(sessions.prove(signIn.tokenHash(), strong)));
  }

  private void requireBrowser() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
  }
}
