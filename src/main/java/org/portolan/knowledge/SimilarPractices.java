package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.region.Belonging;
import org.portolan.region.Reach;

/**
 * Tells whoever writes a practice which published ones are much like it, of those they may read.
 * Held against it are those that a search for its titles finds, and the newest of its theme: all in
 * as many statements as one.
 */
@ApplicationScoped
class SimilarPractices {
  private static final int SHOWN = 3;
  private static final int BY_TITLE = 20;
  private static final int BY_THEME = 60;

  @Inject private PracticeRepository practices;
  @Inject private Search search;
  @Inject private Belonging belonging;

  private record Near(Practice practice, double score) {}

  /**
   * @param written the practice itself, which is like itself; null where it is not begun
   */
  List<SimilarPractice> to(Practice written, PracticeContent content, Language reader) {
    Set<Long> candidates = new LinkedHashSet<>(practices.newestOfTheme(content.theme(), BY_THEME));
    content.texts().forEach(text -> candidates.addAll(titled(text)));
    if (written != null) {
      candidates.remove(written.id());
    }
    Reach reach = belonging.mine();
    return practices.findPublished(candidates).stream()
        .filter(other -> other.isFor(reach))
        .map(other -> near(content, other))
        .filter(each -> each.score() >= PracticeLikeness.NEAR)
        .sorted(
            Comparator.comparingDouble(Near::score)
                .reversed()
                .thenComparing(each -> each.practice().id()))
        .limit(SHOWN)
        .map(each -> similar(each, reader))
        .toList();
  }

  private static Near near(PracticeContent content, Practice other) {
    return new Near(other, PracticeLikeness.of(content, other.shown()).score());
  }

  private static SimilarPractice similar(Near near, Language reader) {
    PracticeText title = near.practice().textFor(reader.code());
    return new SimilarPractice(
        near.practice().code(),
        title.title(),
        title.language(),
        (int) Math.round(near.score() * 100));
  }

  private Collection<Long> titled(PracticeWords text) {
    return search
        .search(
            SearchQuery.of(text.title(), text.language())
                .queryLanguage(text.language())
                .filter("type", KnowledgeService.KIND)
                .visibleTo(belonging.visibility())
                .limit(BY_TITLE)
                .build())
        .hits()
        .stream()
        .map(hit -> hit.id())
        .toList();
  }
}
