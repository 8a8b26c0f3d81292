package org.portolan.catalog;

/**
 * Why a course suits somebody.
 *
 * @param kind {@code need}, {@code language}, {@code level}, {@code audience} or {@code catalogue}
 * @param code of the competency, language, audience or kind of catalogue
 * @param level up to which the course leads; 0 where that means nothing
 * @param needed the level that the job asks for; 0 likewise
 */
public record FittingReason(String kind, String code, int level, int needed) {
  static FittingReason need(GivenCompetency given, int needed) {
    return new FittingReason("need", given.code(), given.level(), needed);
  }

  static FittingReason language(String code) {
    return new FittingReason("language", code, 0, 0);
  }

  /**
   * @param reached whether they have come as far as it expects
   */
  static FittingReason level(boolean reached) {
    return new FittingReason("level", reached ? "own" : "ahead", 0, 0);
  }

  static FittingReason audience(Audience audience) {
    return new FittingReason("audience", audience.code(), 0, 0);
  }

  static FittingReason catalogue(CatalogueKind kind) {
    return new FittingReason("catalogue", kind.code(), 0, 0);
  }
}
