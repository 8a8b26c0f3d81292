package org.portolan.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the table of a folder may say of its files. */
public enum FolderColumn {
  FILE,
  TITLE,
  LANGUAGE,
  SUMMARY,
  THEME,
  REGION,
  MEMBER,
  YEAR,
  LICENCE,
  SOURCE,
  AGREED,
  READERS,
  CONTACT;

  /** Where a rule of practices calls it otherwise. */
  private static final Map<String, FolderColumn> FIELDS =
      Map.of("consentFrom", SOURCE, "consentOn", AGREED, "body", FILE);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FolderColumn> of(String head) {
    return Arrays.stream(values())
        .filter(column -> column.code().equals(head.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The column in which a field of a practice stands. */
  static FolderColumn ofField(String field) {
    return FIELDS.getOrDefault(field, of(field).orElse(FILE));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(FolderColumn::code).toList();
  }
}
