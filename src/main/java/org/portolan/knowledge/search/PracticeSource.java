package org.portolan.knowledge.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.PracticeReading;
import org.portolan.knowledge.PracticeReuse;
import org.portolan.knowledge.PracticeTexts;
import org.portolan.knowledge.Source;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.search.Rights;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.web.Markdown;

/** Published practices, found by those for whom they are. Drafts are not in the index at all. */
@ApplicationScoped
class PracticeSource implements SearchSource {
  private static final int BATCH = 1_000;

  @Inject private PracticeReading practices;
  @Inject private PracticeReuse reuse;
  @Inject private Markdown markdown;

  PracticeSource() {}

  PracticeSource(PracticeReading practices, PracticeReuse reuse, Markdown markdown) {
    this.practices = practices;
    this.reuse = reuse;
    this.markdown = markdown;
  }

  @Override
  public String kind() {
    return KnowledgeService.KIND;
  }

  @Override
  public Collection<Long> ids() {
    List<Long> all = new ArrayList<>();
    List<Long> batch = practices.idsAfter(0, BATCH);
    while (!batch.isEmpty()) {
      all.addAll(batch);
      batch = practices.idsAfter(batch.get(batch.size() - 1), BATCH);
    }
    return all;
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    Map<Long, Integer> reuses = reuse.administrations(ids);
    return practices.find(ids).stream()
        .map(practice -> document(practice, reuses.getOrDefault(practice.id(), 0)))
        .toList();
  }

  private static Rights rights(Source source) {
    return Licence.of(source.licence())
        .map(
            licence ->
                new Rights(
                    licence.label() == null
                        ? Texts.text(Language.EN, "knowledge.licence." + licence.code())
                        : licence.label(),
                    licence.address(),
                    source.consentFrom()))
        .orElse(null);
  }

  SearchDocument document(PracticeTexts practice, int reuses) {
    SearchDocument.Builder document =
        SearchDocument.of(kind(), practice.id())
            .code(practice.code())
            .path("/knowledge/" + practice.code())
            .facet(SearchDocument.REGION, practice.regionCode())
            .facet(SearchDocument.MEMBER, practice.memberCode())
            .facet(SearchDocument.THEME, practice.themeCode())
            .facet(SearchDocument.KIND, practice.kind())
            .facet(SearchDocument.YEAR, String.valueOf(practice.year()))
            .date(practice.publishedAt())
            .published(practice.publishedAt())
            .reuses(reuses)
            .rights(rights(practice.source()))
            .relations(practice.relations())
            .visibleTo(
                practice
                    .readers()
                    .terms(practice.regionCode(), practice.memberCode())
                    .toArray(String[]::new));
    if (reuses > 0) {
      document.detail("reuses", String.valueOf(reuses));
    }
    practice
        .texts()
        .forEach(
            (language, words) ->
                document.text(
                    language, words.title(), words.summary(), markdown.plain(words.body())));
    return document.build();
  }
}
