package org.portolan.home;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.i18n.Language;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;

/**
 * Which bodies to show; what is null does not restrict.
 *
 * @param kind code of a kind
 * @param language code of a language in which the body works
 */
public record DirectoryFilter(String kind, String language) {
  public static final DirectoryFilter EVERYTHING = new DirectoryFilter(null, null);

  /** The values that restrict, by dimension. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    if (kind != null) {
      chosen.put("kind", kind);
    }
    if (language != null) {
      chosen.put("language", language);
    }
    return chosen;
  }

  public DirectoryFilter without(String dimension) {
    return new DirectoryFilter(
        dimension.equals("kind") ? null : kind, dimension.equals("language") ? null : language);
  }

  /** Values that mean nothing, as they were given, by dimension; nothing fits them. */
  public Map<String, String> unknown() {
    Map<String, String> unknown = chosen();
    unknown
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey().equals("kind")
                    ? BodyKind.of(entry.getValue()).isPresent()
                    : Language.of(entry.getValue()).isPresent());
    return unknown;
  }

  boolean fits(BodySummary body) {
    return unknown().isEmpty()
        && (kind == null || body.kind().code().equals(kind))
        && (language == null || body.speaks(language));
  }
}
