package org.portolan.platform.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A source whose items a test puts there and takes away. */
final class Shelf implements SearchSource {
  private final String kind;
  private final Map<Long, SearchDocument> items = new LinkedHashMap<>();

  Shelf(String kind) {
    this.kind = kind;
  }

  Shelf put(SearchDocument... documents) {
    for (SearchDocument document : documents) {
      items.put(document.id(), document);
    }
    return this;
  }

  /** Puts an item there of which no document can be made. */
  Shelf putBroken(long id) {
    items.put(id, null);
    return this;
  }

  void take(long id) {
    items.remove(id);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Collection<Long> ids() {
    return List.copyOf(items.keySet());
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    return ids.stream().filter(items::containsKey).map(items::get).map(Shelf::whole).toList();
  }

  private static SearchDocument whole(SearchDocument item) {
    if (item == null) {
      throw new IllegalStateException("this one is broken");
    }
    return item;
  }

  static SearchDocument practice(long id, String language, String title, String body) {
    return SearchDocument.of("practice", id)
        .code("P-" + id)
        .path("/knowledge/practices/p-" + id)
        .text(language, title, "", body)
        .visibleTo(SearchDocument.PUBLIC)
        .build();
  }

  static SearchIndex indexOf(SearchDocument... documents) {
    SearchIndex index = SearchIndex.inMemory();
    index.rebuild(sink -> List.of(documents).forEach(sink), 0);
    return index;
  }

  static Search search(SearchIndex index, QueryExpander... expanders) {
    return new Search(index, List.of(expanders), Ranking.MEASURED);
  }
}
