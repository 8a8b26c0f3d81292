package org.portolan.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All published collections, for whoever copies them. */
@ApplicationScoped
public class CollectionReading {
  @Inject private CollectionRepository collections;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Long> ids() {
    return collections.published().stream().map(PracticeCollection::id).toList();
  }

  /** Those of these that are published. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<PublishedCollection> find(Collection<Long> ids) {
    List<PracticeCollection> found =
        collections.find(ids).stream().filter(PracticeCollection::published).toList();
    Map<Long, Map<String, CollectionText>> texts =
        collections.texts(found.stream().map(PracticeCollection::id).toList());
    return found.stream()
        .map(
            each ->
                new PublishedCollection(
                    each.id(), each.regionCode(), each.publishedAt(), texts.get(each.id())))
        .toList();
  }
}
