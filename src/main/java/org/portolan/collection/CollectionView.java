package org.portolan.collection;

import java.util.List;
import org.portolan.knowledge.PracticeSummary;

/**
 * A collection as it is read.
 *
 * @param practices those that the person may read, in order
 * @param own whether the person may change it
 */
public record CollectionView(
    CollectionSummary summary, List<PracticeSummary> practices, boolean own) {}
