package org.portolan.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.search.SearchDocument;

/**
 * By what a reader may narrow a search, in the order in which pages offer it. A course is offered
 * by hits alone: a list of all courses would be longer than the page.
 */
public enum Facet {
  TYPE(SearchDocument.TYPE),
  LANGUAGE(SearchDocument.LANGUAGE),
  REGION(SearchDocument.REGION),
  MEMBER(SearchDocument.MEMBER),
  THEME(SearchDocument.THEME),
  KIND(SearchDocument.KIND),
  LEVEL(SearchDocument.LEVEL),
  AUDIENCE(SearchDocument.AUDIENCE),
  SOURCE(SearchDocument.SOURCE),
  YEAR(SearchDocument.YEAR),
  COURSE(SearchDocument.COURSE);

  private final String dimension;

  Facet(String dimension) {
    this.dimension = dimension;
  }

  /** The name of the dimension in the index, which is the parameter in addresses too. */
  public String dimension() {
    return dimension;
  }

  public static Optional<Facet> of(String dimension) {
    return Arrays.stream(values()).filter(facet -> facet.dimension.equals(dimension)).findFirst();
  }

  /** Those of addresses. */
  public static List<String> dimensions() {
    return Arrays.stream(values()).map(Facet::dimension).toList();
  }

  /** Those of which all values are counted and offered. */
  public static List<String> counted() {
    return Arrays.stream(values()).filter(facet -> facet != COURSE).map(Facet::dimension).toList();
  }
}
