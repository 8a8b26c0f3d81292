package org.portolan.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.portolan.platform.i18n.Language;

/** The reference data that people edit here, and what is said of each. */
public enum ReferenceKind {
  MEMBER("city", "latitude", "longitude", "zone", "languages"),
  BODY(
      "kind",
      "region",
      "member",
      "city",
      "latitude",
      "longitude",
      "zone",
      "languages",
      "since",
      "website",
      "closed"),
  VICE_CHAIR("region", "member", "since", "until", "seen");

  private final List<String> own;

  ReferenceKind(String... own) {
    this.own = List.of(own);
  }

  public static Optional<ReferenceKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether new ones are made here: Members come with a release. */
  public boolean grows() {
    return this != MEMBER;
  }

  public boolean named() {
    return this != VICE_CHAIR;
  }

  /**
   * Names of the values of a record, in the order of the form; a name has one for each language.
   */
  public List<String> fields() {
    Stream<String> names =
        named()
            ? Arrays.stream(Language.values()).map(language -> "name." + language.code())
            : Stream.empty();
    return Stream.concat(names, own.stream()).toList();
  }
}
