package org.portolan.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** A search in words, for what tells of it elsewhere than on its page. */
@ApplicationScoped
public class SearchWords {
  private static final String BETWEEN = " · ";

  @Inject private FacetLabels labels;

  /** What was typed and chosen, in the order of the page. */
  public String of(SearchAddress address, Language reader) {
    List<String> parts = new ArrayList<>();
    if (!address.words().isBlank()) {
      parts.add(address.words().strip());
    }
    address
        .filters()
        .forEach(
            (dimension, values) ->
                Facet.of(dimension)
                    .ifPresent(
                        facet ->
                            values.forEach(value -> parts.add(labels.of(facet, value, reader)))));
    Period period = address.period();
    if (!period.open()) {
      parts.add(
          (period.from() == null ? "" : period.from())
              + "–"
              + (period.to() == null ? "" : period.to()));
    }
    return parts.isEmpty() ? Texts.text(reader, "finding.everything") : String.join(BETWEEN, parts);
  }
}
