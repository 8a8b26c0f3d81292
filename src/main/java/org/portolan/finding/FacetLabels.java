package org.portolan.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.Level;
import org.portolan.knowledge.PracticeKind;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** The values of facets: which there are, and what the reader's language calls them. */
@ApplicationScoped
public class FacetLabels {
  private static final Set<String> TYPES =
      Set.of("course", "session", "practice", "collection", "attachment", "centre", "body");

  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private Catalog catalog;

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
      case MEMBER ->
          directory.findMember(value).map(member -> member.name().in(reader)).orElse(value);
      case THEME -> themes.in(reader, value);
      case KIND ->
          PracticeKind.of(value)
              .map(kind -> Texts.text(reader, "knowledge.kind." + kind.code()))
              .orElse(value);
      case LEVEL ->
          Level.of(value)
              .map(level -> Texts.text(reader, "catalog.level." + level.code()))
              .orElse(value);
      case AUDIENCE ->
          Audience.of(value)
              .map(audience -> Texts.text(reader, "catalog.audience." + audience.code()))
              .orElse(value);
      case SOURCE -> directory.findBody(value).map(body -> body.name().in(reader)).orElse(value);
      case YEAR -> value;
      case COURSE -> course(value, reader);
    };
  }

  private String course(String code, Language reader) {
    return Optional.ofNullable(catalog.publishedByCode(Set.of(code)).get(code))
        .map(course -> catalog.shownTitles(Set.of(course.id()), reader).get(course.id()))
        .map(CourseTitle::title)
        .orElse(code);
  }

  /** Those of the chosen values that mean nothing, by dimension, so that nothing can have them. */
  public Map<String, Set<String>> unknown(Map<String, Set<String>> chosen) {
    Map<String, Set<String>> unknown = new LinkedHashMap<>();
    chosen.forEach(
        (dimension, values) -> {
          Set<String> meaningless = new LinkedHashSet<>(values);
          meaningless.removeIf(value -> known(dimension, value));
          if (!meaningless.isEmpty()) {
            unknown.put(dimension, meaningless);
          }
        });
    return unknown;
  }

  private boolean known(String dimension, String value) {
    return Facet.of(dimension)
        .map(
            facet ->
                switch (facet) {
                  case TYPE -> TYPES.contains(value);
                  case LANGUAGE -> Language.of(value).isPresent();
                  case REGION -> directory.findRegion(value).isPresent();
                  case MEMBER -> directory.findMember(value).isPresent();
                  case THEME -> themes.knows(value);
                  case KIND -> PracticeKind.of(value).isPresent();
                  case LEVEL -> Level.of(value).isPresent();
                  case AUDIENCE -> Audience.of(value).isPresent();
                  case SOURCE -> directory.findBody(value).isPresent();
                  case YEAR -> value.matches("[0-9]{4}");
                  case COURSE -> catalog.publishedByCode(Set.of(value)).containsKey(value);
                })
        .orElse(true);
  }
}
