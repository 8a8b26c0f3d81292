package org.portolan.access;

import java.time.Instant;

/**
 * How somebody's account is guarded, as they are shown it.
 *
 * @param appSince when they set up an authenticator app, or null
 * @param recoveryCodes how many are left
 */
public record OwnSecurity(Instant appSince, int recoveryCodes, FactorDemand demand) {}
