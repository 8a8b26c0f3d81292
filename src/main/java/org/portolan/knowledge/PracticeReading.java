package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    List<Practice> found = practices.findPublished(ids);
    Set<String> open = Set.copyOf(practices.openCodes(linked(found)));
    return found.stream().map(practice -> texts(practice, open)).toList();
  }

  /** Codes of practices that these name. */
  private static Set<String> linked(List<Practice> practices) {
    return practices.stream()
        .flatMap(practice -> practice.links().stream())
        .filter(link -> link.kind() == LinkKind.PRACTICE)
        .map(PracticeLink::target)
        .collect(Collectors.toSet());
  }

  private static List<String> relations(Practice practice, Set<String> open) {
    return practice.links().stream()
        .filter(link -> link.kind() != LinkKind.PRACTICE || open.contains(link.target()))
        .flatMap(
            link ->
                link.instrument()
                    ? Stream.of(link.citation(), link.address()).filter(each -> !each.isEmpty())
                    : Stream.of(link.path()))
        .toList();
  }

  private static PracticeTexts texts(Practice practice, Set<String> open) {
    return new PracticeTexts(
        practice.id(),
        practice.code(),
        practice.regionCode(),
        practice.memberCode(),
        practice.themeCode(),
        practice.kind(),
        practice.year(),
        practice.publishedAt(),
        practice.source(),
        relations(practice, open),
        practice.texts().stream()
            .collect(
                Collectors.toMap(
                    PracticeText::language,
                    text ->
                        new PracticeTexts.Words(
                            text.title(), text.summary(), text.body().whole()))));
  }
}
