package org.portolan.finding.saved;

import java.time.Instant;
import org.portolan.finding.SearchAddress;

/** A saved search, as its owner sees it. */
public record SavedSearchView(
    long id, String name, SearchAddress address, Rhythm rhythm, Instant savedAt, int version) {}
