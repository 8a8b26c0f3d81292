package org.portolan.region.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;

/** Bodies that are no training centres, by name, kind, city and region; numbered as centres are. */
@ApplicationScoped
class BodySource implements SearchSource {
  @Inject private Directory directory;

  @Override
  public String kind() {
    return "body";
  }

  @Override
  public Collection<Long> ids() {
    return bodies().stream().map(BodySource::number).toList();
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    // another node may have changed it a moment ago
    directory.forget();
    return bodies().stream()
        .filter(body -> ids.contains(number(body)))
        .map(this::document)
        .toList();
  }

  private List<BodySummary> bodies() {
    return directory.bodies().stream().filter(body -> body.kind() != BodyKind.RTC).toList();
  }

  private static long number(BodySummary body) {
    return Integer.toUnsignedLong(body.code().hashCode());
  }

  private SearchDocument document(BodySummary body) {
    SearchDocument.Builder document =
        SearchDocument.of(kind(), number(body))
            .code(body.code())
            .path("/regions/body/" + body.code())
            .facet(SearchDocument.REGION, body.regionCode())
            .facet(SearchDocument.MEMBER, body.memberCode())
            .visibleTo(SearchDocument.PUBLIC);
    for (Language language : Language.values()) {
      document.text(
          language.code(),
          body.name().in(language),
          summary(body, language),
          directory
              .findRegion(body.regionCode())
              .map(region -> region.name().in(language))
              .orElse(""));
    }
    return document.build();
  }

  /** What it is, and where. */
  private static String summary(BodySummary body, Language language) {
    String kind = Texts.text(language, "region.kind." + body.kind().code());
    return body.city() == null ? kind : kind + " · " + body.city();
  }
}
