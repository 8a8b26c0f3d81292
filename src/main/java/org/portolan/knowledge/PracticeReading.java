package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** All published practices with all their texts, a batch at a time, for whoever copies them. */
@ApplicationScoped
public class PracticeReading {
  @Inject private PracticeRepository practices;

  /** The ids of those that come after this one, in order; empty after the last. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Long> idsAfter(long id, int count) {
    return practices.publishedIdsAfter(id, count);
  }

  /** Those of these that are published. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<PracticeTexts> find(Collection<Long> ids) {
    return practices.findPublished(ids).stream().map(PracticeReading::texts).toList();
  }

  private static PracticeTexts texts(Practice practice) {
    return new PracticeTexts(
        practice.id(),
        practice.code(),
        practice.regionCode(),
        practice.memberCode(),
        practice.themeCode(),
        practice.year(),
        practice.publishedAt(),
        practice.shown().source(),
        practice.texts().stream()
            .collect(
                Collectors.toMap(
                    PracticeText::language,
                    text ->
                        new PracticeTexts.Words(
                            text.title(), text.summary(), text.body().whole()))));
  }
}
