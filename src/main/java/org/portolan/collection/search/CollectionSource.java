package org.portolan.collection.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.portolan.collection.CollectionReading;
import org.portolan.collection.Collections;
import org.portolan.collection.PublishedCollection;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.web.Markdown;

/** Published collections by their own words, for everybody; their practices are items anyhow. */
@ApplicationScoped
class CollectionSource implements SearchSource {
  @Inject private CollectionReading collections;
  @Inject private Markdown markdown;

  @Override
  public String kind() {
    return Collections.KIND;
  }

  @Override
  public Collection<Long> ids() {
    return collections.ids();
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    return collections.find(ids).stream().map(this::document).toList();
  }

  private SearchDocument document(PublishedCollection collection) {
    SearchDocument.Builder document =
        SearchDocument.of(kind(), collection.id())
            .path("/collections/" + collection.id())
            .facet(SearchDocument.REGION, collection.region())
            .date(collection.publishedAt())
            .published(collection.publishedAt())
            .visibleTo(SearchDocument.PUBLIC);
    collection
        .texts()
        .forEach(
            (language, text) ->
                document.text(language, text.title(), markdown.plain(text.words()), ""));
    return document.build();
  }
}
