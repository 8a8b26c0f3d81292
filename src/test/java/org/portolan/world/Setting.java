package org.portolan.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What all parts of a world are made from.
 *
 * @param centres the training centres of the invented states
 * @param themes codes of the catalogue's themes
 */
record Setting(
    long seed,
    WorldSize size,
    LocalDate anchor,
    List<Place> centres,
    List<String> members,
    List<String> themes,
    Map<String, Vocabulary> vocabularies) {

  private static final List<String> LANGUAGES =
      List.of("en", "en", "en", "fr", "fr", "es", "es", "ru", "ar", "pt");

  /**
   * A centre as sessions and courses need it.
   *
   * @param like code of the centre of the demo world in whose place it is
   */
  record Place(
      String code, String like, String region, String zone, String city, List<String> languages) {
    /** Another centre in the same place. */
    Place as(String another) {
      return new Place(another, like, region, zone, city, languages);
    }

    /** What tells it from others in its place, to go behind its name. */
    String number() {
      return code.equals(like) ? "" : " " + code.substring(code.lastIndexOf('-') + 1);
    }
  }

  /** Chance for one part: another part that draws more or less changes nothing in this one. */
  SplittableRandom random(String part) {
    return new SplittableRandom(seed * 31 + part.hashCode());
  }

  /** English three times in ten, French and Spanish twice, the others once. */
  String language(SplittableRandom random) {
    return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
  }

  Vocabulary words(String language) {
    return vocabularies.get(language);
  }

  /** The moment at which the world is looked at; everything written lies before it. */
  LocalDateTime now() {
    return anchor.atStartOfDay();
  }

  static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  static String code(String kind, int number) {
    return String.format("DEMO-W-%s-%05d", kind, number);
  }
}
