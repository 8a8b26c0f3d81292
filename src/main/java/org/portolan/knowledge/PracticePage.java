package org.portolan.knowledge;

import java.util.List;

/** Some practices of a list, newest first, and how many there are in all. */
public record PracticePage(List<PracticeSummary> items, long total) {}
