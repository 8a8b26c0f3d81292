package org.portolan.nomination;

import org.portolan.platform.storage.StoredFile;

/**
 * What an administration hands in for a session besides its officers, as the centre sees it.
 *
 * @param unnamed or null
 * @param letter of endorsement, or null
 */
public record HandedIn(
    long id, String member, String reason, UnnamedSeats unnamed, StoredFile letter) {}
