/**
 * Full-text search over everything readers may find. Knows no feature: features describe their
 * items as {@link org.portolan.platform.search.SearchDocument}s through a {@link
 * org.portolan.platform.search.SearchSource}.
 *
 * <p>Owns the Lucene index of this node and the tables {@code index_change}, {@code index_head} and
 * {@code index_building}. The database is the truth, the index a copy: every node tails the change
 * table, indexes for itself and remembers how far it came. A lost, damaged or outdated index is
 * rebuilt from the sources while the last good one serves.
 *
 * <p>Who may see an item is part of its document, and a filter clause of every query, so that hits,
 * counts, facets and suggestions agree.
 */
package org.portolan.platform.search;
