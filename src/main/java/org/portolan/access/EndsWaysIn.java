package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.portolan.people.MovesPerson;

/**
 * Ends every way in of an account that goes. None is moved: whoever holds a password, passkey,
 * token or account elsewhere for the one was never asked whether they are the other.
 */
@ApplicationScoped
class EndsWaysIn implements MovesPerson {
  @Inject private AccessRepository accounts;
  @Inject private AccessTokens tokens;
  @Inject private WaysIn waysIn;
  @Inject private AddressChangeRepository changes;
  @Inject private Clock clock;

  @Override
  public Set<String> columns() {
    return Set.of(
        "password.person_id",
        "authenticator.person_id",
        "recovery_code.person_id",
        "code_tries.person_id",
        "pending_sign_in.person_id",
        "passkey.person_id",
        "passkey_challenge.person_id",
        "identity_link.person_id",
        "recovery.person_id",
        "address_change.person_id",
        "address_change.agreed_by",
        "api_token.person_id",
        "sign_in.person_id",
        "sign_in.acting_as");
  }

  @Override
  public void move(long stays, long goes) {
    accounts.listTokenHashes(goes).forEach(tokens::forget);
    accounts.endActingAs(goes);
    // by one that waits, the account that goes would have an address again
    changes.move(stays, goes, clock.instant());
    waysIn.forget(goes);
  }
}
