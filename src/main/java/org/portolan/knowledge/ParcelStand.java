package org.portolan.knowledge;

import java.time.Instant;

/**
 * Where a practice stands that came from elsewhere, or comes home.
 *
 * @param own whether the person edits it; of others nothing else is told
 * @param changeable whether they may change it in the state that it is in
 * @param digest of what its editors see, as that of a {@link PracticeParcel}
 */
public record ParcelStand(
    long id, String code, boolean own, boolean changeable, String digest, Instant editionAt) {}
