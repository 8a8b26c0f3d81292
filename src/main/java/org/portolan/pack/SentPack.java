package org.portolan.pack;

import java.time.Instant;

/**
 * A pack at the desk of a region.
 *
 * @param name that its sender's system gave it
 * @param size in bytes
 */
public record SentPack(long id, String region, String name, long size, Instant begunAt) {}
