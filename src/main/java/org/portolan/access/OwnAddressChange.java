package org.portolan.access;

import java.time.Instant;

/** A change of address on its way, as the person who asked for it sees it. */
public record OwnAddressChange(
    String email, boolean newAgreed, boolean formerAgreed, Instant expiresAt) {}
