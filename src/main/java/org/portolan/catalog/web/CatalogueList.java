package org.portolan.catalog.web;

import java.util.List;
import java.util.Objects;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.CoursePage;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.KeptMarkup;

/**
 * What the catalogue shows for a filter in a language. It is the key of its own markup ({@link
 * KeptMarkup}): equal by value, and quick to compare where it is the same one.
 */
public final class CatalogueList {
  private final CourseFilter filter;
  private final CoursePage page;
  private final List<CourseRow> rows;
  private final List<FacetList> facets;
  private final List<Choice> orders;
  private final int hash;

  /** Values of a facet to choose from. */
  public record FacetList(String code, List<Choice> choices) {}

  /**
   * @param filter as it was answered: its page is one that there is
   */
  CatalogueList(
      CourseFilter filter,
      CoursePage page,
      List<CourseRow> rows,
      List<FacetList> facets,
      List<Choice> orders) {
    this.filter = filter;
    this.page = page;
    this.rows = rows;
    this.facets = facets;
    this.orders = orders;
    this.hash = Objects.hash(filter, page.total(), page.pages(), rows, facets, orders);
  }

  CourseFilter filter() {
    return filter;
  }

  CoursePage page() {
    return page;
  }

  List<CourseRow> rows() {
    return rows;
  }

  List<FacetList> facets() {
    return facets;
  }

  List<Choice> orders() {
    return orders;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof CatalogueList list
            && hash == list.hash
            && filter.equals(list.filter)
            && page.total() == list.page.total()
            && page.pages() == list.page.pages()
            && rows.equals(list.rows)
            && facets.equals(list.facets)
            && orders.equals(list.orders);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
