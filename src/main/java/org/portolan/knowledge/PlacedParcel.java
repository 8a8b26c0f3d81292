package org.portolan.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What came from elsewhere, as it would stand in a region here.
 *
 * @param title in its original language; empty where it cannot be read
 * @param language of the title
 * @param languages of its texts, the original first
 * @param digest as that of a {@link PracticeParcel}
 * @param moved whether it stood in another region there
 * @param orphaned whether its Member is unknown in the region, and is left out
 * @param problems keys of messages by field; empty where it can be taken
 */
public record PlacedParcel(
    String title,
    String language,
    List<String> languages,
    String digest,
    boolean moved,
    boolean orphaned,
    Map<String, String> problems) {}
