package org.portolan.access;

import java.time.Instant;
import org.portolan.people.PersonSummary;

/**
 * A change that waits for the former address alone.
 *
 * @param email the new address, which has agreed
 */
public record WaitingAddressChange(
    long id, PersonSummary person, String email, Instant askedAt, Instant expiresAt) {}
