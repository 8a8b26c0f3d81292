package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

  void take(long id) {
    items.remove(id);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public void streamAll(Consumer<SearchDocument> sink) {
    new ArrayList<>(items.values()).forEach(sink);
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    return ids.stream().filter(items::containsKey).map(items::get).toList();
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
    index.rebuild(List.of(new Shelf("practice").put(documents)), 0);
    return index;
  }

  static Search search(SearchIndex index, QueryExpander... expanders) {
    return new Search(index, List.of(expanders), Ranking.MEASURED);
  }
}
