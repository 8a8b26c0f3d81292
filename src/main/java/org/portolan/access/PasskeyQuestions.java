package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Token;

/** What a browser has to ask a passkey, for whoever sits there. */
@ApplicationScoped
public class PasskeyQuestions {
  @Inject private Passkeys passkeys;
  @Inject private SecurityService security;
  @Inject private Sessions sessions;
  @Inject private CurrentPerson me;

  /** False where the address of the site is a number: a passkey is for a name. */
  public boolean possible() {
    return passkeys.possible();
  }

  /**
   * In JSON; empty where there are no passkeys, or nobody whose turn it is.
   *
   * @param pending of somebody who gave their password
   */
  public Optional<String> ask(PasskeyPurpose purpose, Optional<Token> pending) {
    return switch (purpose) {
      case REGISTER -> security.askForPasskey();
      case PROVE -> passkeys.ask(purpose, me.id());
      case SIGN_IN -> passkeys.ask(purpose, null);
      case STEP ->
          pending.flatMap(sessions::findPending).flatMap(person -> passkeys.ask(purpose, person));
    };
  }
}
