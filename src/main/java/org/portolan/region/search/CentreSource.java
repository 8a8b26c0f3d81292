package org.portolan.region.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Training centres by name and city. They have codes and no numbers; the index wants a number, for
 * which the hash of the code serves: it is the same on every node and after every start.
 */
@ApplicationScoped
class CentreSource implements SearchSource {
  @Inject private Directory directory;

  @Override
  public String kind() {
    return "centre";
  }

  @Override
  public Collection<Long> ids() {
    return directory.trainingCentres().stream().map(CentreSource::number).toList();
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    // another node may have changed it a moment ago
    directory.forget();
    return directory.trainingCentres().stream()
        .filter(centre -> ids.contains(number(centre)))
        .map(this::document)
        .toList();
  }

  private static long number(CentreSummary centre) {
    return Integer.toUnsignedLong(centre.code().hashCode());
  }

  private SearchDocument document(CentreSummary centre) {
    String region = centre.regionCode();
    SearchDocument.Builder document =
        SearchDocument.of(kind(), number(centre))
            .code(centre.code())
            .path("/calendar/centre/" + centre.code())
            .facet(SearchDocument.REGION, region)
            .facet(SearchDocument.MEMBER, centre.memberCode())
            .visibleTo(SearchDocument.PUBLIC);
    for (Language language : Language.values()) {
      document.text(
          language.code(),
          centre.name().in(language),
          centre.city(),
          directory.findRegion(region).map(found -> found.name().in(language)).orElse(""));
    }
    return document.build();
  }
}
