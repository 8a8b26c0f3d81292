package org.portolan.attachment.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.attachment.AttachedText;
import org.portolan.attachment.AttachedTexts;
import org.portolan.attachment.Attachments;
import org.portolan.knowledge.PracticeReading;
import org.portolan.knowledge.PracticeTexts;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;

/**
 * Attachments of published practices, each an item of its own with its pages as parts. They are
 * found under the region, the Member, the theme and the year of their practice, by those for whom
 * it is.
 */
@ApplicationScoped
class AttachmentSource implements SearchSource {
  private static final int BATCH = 1_000;

  @Inject private AttachedTexts attachments;
  @Inject private PracticeReading practices;

  @Override
  public String kind() {
    return Attachments.KIND;
  }

  @Override
  public Collection<Long> ids() {
    List<Long> all = new ArrayList<>();
    List<Long> batch = attachments.idsAfter(0, BATCH);
    while (!batch.isEmpty()) {
      all.addAll(batch);
      batch = attachments.idsAfter(batch.get(batch.size() - 1), BATCH);
    }
    return all;
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    List<AttachedText> found = attachments.find(ids);
    Map<Long, PracticeTexts> published =
        practices.find(found.stream().map(AttachedText::practice).distinct().toList()).stream()
            .collect(Collectors.toMap(PracticeTexts::id, Function.identity()));
    return found.stream()
        .filter(attachment -> published.containsKey(attachment.practice()))
        .map(attachment -> document(attachment, published.get(attachment.practice())))
        .toList();
  }

  private SearchDocument document(AttachedText attachment, PracticeTexts practice) {
    PracticeTexts.Words words =
        practice
            .texts()
            .getOrDefault(attachment.language(), practice.texts().values().iterator().next());
    return SearchDocument.of(kind(), attachment.id())
        .path("/knowledge/" + practice.code() + "/files/" + attachment.id())
        .parts(attachment.language(), attachment.title(), attachment.parts())
        .facet(SearchDocument.REGION, practice.regionCode())
        .facet(SearchDocument.MEMBER, practice.memberCode())
        .facet(SearchDocument.THEME, practice.themeCode())
        .facet(SearchDocument.YEAR, String.valueOf(practice.year()))
        .detail("unit", attachment.unit())
        .detail("practice", words.title())
        .date(practice.publishedAt())
        .visibleTo(practice.readers().terms(practice.regionCode(), practice.memberCode()))
        .build();
  }
}
