package org.portolan.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.finding.Facet;
import org.portolan.finding.FacetLabels;
import org.portolan.finding.Finding;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.search.Suggestion;

/**
 * The short list of what is like the item of a page. A page is there to be read with it or without:
 * where the index cannot answer there is none.
 */
@Named("similarItems")
@RequestScoped
public class SimilarItemsBean {
  private static final Logger LOG = Logger.getLogger(SimilarItemsBean.class.getName());

  @Inject private Finding finding;
  @Inject private FacetLabels labels;
  @Inject private CurrentLanguage language;

  private final Map<String, List<SimilarItem>> known = new HashMap<>();

  /** One item: its title and the language of that, its page, and what it is in words. */
  public record SimilarItem(String title, String language, String path, String type) {}

  public List<SimilarItem> of(String kind, String code) {
    return known.computeIfAbsent(kind + " " + code, key -> read(kind, code));
  }

  private List<SimilarItem> read(String kind, String code) {
    try {
      return finding.similar(kind, code, language.get()).items().stream().map(this::item).toList();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What is like " + kind + " " + code + " could not be found", e);
      return List.of();
    }
  }

  private SimilarItem item(Suggestion found) {
    String type = labels.of(Facet.TYPE, found.kind(), language.get());
    return new SimilarItem(found.title(), found.language(), found.path(), type);
  }
}
