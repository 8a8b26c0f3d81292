package org.portolan.attendance;

import java.time.Instant;

/**
 * That somebody signed the attendance of a session.
 *
 * @param digest of the attendance as it was then
 */
public record Signature(String name, Instant signedAt, String digest) {}
