package org.portolan.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** What the values of facets are called in the language of the reader. */
@ApplicationScoped
public class FacetLabels {
  private static final Set<String> TYPES = Set.of("course", "session", "practice", "centre");

  @Inject private Directory directory;
  @Inject private ThemeNames themes;

  public String centre(String code, Language reader) {
    return directory.findCentre(code).map(centre -> centre.name().in(reader)).orElse(code);
  }

  /** The name of a value; one that is unknown is named as it came. */
  public String of(Facet facet, String value, Language reader) {
    return switch (facet) {
      case TYPE -> TYPES.contains(value) ? Texts.text(reader, "finding.type." + value) : value;
      case LANGUAGE ->
          Language.of(value)
              .map(each -> Texts.text(reader, "platform.language." + each.code()))
              .orElse(value);
      case REGION ->
          directory.findRegion(value).map(region -> region.name().in(reader)).orElse(value);
      case THEME -> themes.in(reader, value);
      case YEAR -> value;
    };
  }
}
