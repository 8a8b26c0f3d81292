package org.portolan.collection;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** Collections of the demo world, once. */
@ApplicationScoped
class DemoCollections {
  @PersistenceContext private EntityManager entities;
  @Inject private CollectionRepository collections;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** What the rows of one collection say together. */
  private record Sample(String region, Map<String, CollectionText> texts, List<String> practices) {}

  @Transactional
  void load(@Observes @Priority(440) SchemaReady ready) {
    if (!installation.demo() || !collections.published().isEmpty()) {
      return;
    }
    Map<String, Sample> samples = new LinkedHashMap<>();
    content
        .rows("sample/collections.csv")
        .forEach(
            row -> {
              Sample sample =
                  samples.computeIfAbsent(
                      row.getField("collection"),
                      number ->
                          new Sample(
                              row.getField("region"), new LinkedHashMap<>(), new ArrayList<>()));
              sample
                  .texts()
                  .put(
                      row.getField("language"),
                      new CollectionText(row.getField("title"), row.getField("words")));
              sample.practices().addAll(CollectionEdit.codes(row.getField("practices")));
            });
    Instant yesterday = clock.instant().minus(Duration.ofDays(1));
    samples.values().forEach(sample -> lay(sample, yesterday));
  }

  private void lay(Sample sample, Instant then) {
    PracticeCollection collection = new PracticeCollection(sample.region(), then);
    collection.publish(then);
    collections.add(collection);
    collections.write(collection.id(), sample.texts(), ids(sample.practices()));
  }

  private List<Long> ids(List<String> codes) {
    List<Long> ids = new ArrayList<>();
    for (String code : codes) {
      List<?> found =
          entities
              .createNativeQuery("SELECT id FROM practice WHERE code = ?1")
              .setParameter(1, code)
              .getResultList();
      found.forEach(id -> ids.add(((Number) id).longValue()));
    }
    return ids;
  }
}
