package org.portolan.access;

import java.time.Instant;
import java.util.List;

/**
 * How somebody's account is guarded, as they are shown it.
 *
 * @param appSince when they set up an authenticator app, or null
 * @param recoveryCodes how many are left
 * @param passkeysPossible false where the address of the site is a number
 */
public record OwnSecurity(
    Instant appSince,
    int recoveryCodes,
    FactorDemand demand,
    List<OwnPasskey> passkeys,
    boolean passkeysPossible) {
  public OwnSecurity {
    passkeys = List.copyOf(passkeys);
  }

  public boolean guarded() {
    return appSince != null || !passkeys.isEmpty();
  }
}
