package org.portolan.platform.exchange;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param code its head in files; the same in every language
 * @param longest how many characters a cell may have
 * @param required whether a record must have it
 * @param unique whether no two records have the same
 * @param personal whether it says something of a person
 * @param choices what may stand in it, for {@link Kind#CHOICE}; empty otherwise
 */
public record SheetColumn(
    String code,
    Kind kind,
    int longest,
    boolean required,
    boolean unique,
    boolean personal,
    List<String> choices) {

  /** What its cells hold. */
  public enum Kind {
    TEXT,
    /** A record's code: letters, digits and {@code . _ -}. */
    CODE,
    /** A number with a point, such as a latitude. */
    DECIMAL,
    WHOLE,
    DAY,
    /** A time of day. */
    TIME,
    /** An IANA time zone. */
    ZONE,
    /** Two-letter codes of languages with spaces between. */
    LANGUAGES,
    CHOICE
  }

  public static SheetColumn text(String code, int longest) {
    return of(code, Kind.TEXT, longest);
  }

  public static SheetColumn of(String code, Kind kind, int longest) {
    return new SheetColumn(code, kind, longest, false, false, false, List.of());
  }

  public static SheetColumn choice(String code, List<String> choices) {
    return new SheetColumn(code, Kind.CHOICE, 60, false, false, false, List.copyOf(choices));
  }

  public SheetColumn must() {
    return new SheetColumn(code, kind, longest, true, unique, personal, choices);
  }

  public SheetColumn once() {
    return new SheetColumn(code, kind, longest, required, true, personal, choices);
  }

  public SheetColumn aboutPerson() {
    return new SheetColumn(code, kind, longest, required, unique, true, choices);
  }

  /** The name of the field in the audit trail, where a language follows a point. */
  String field() {
    return code.startsWith("name_") ? code.replace('_', '.') : code.replace("_", "");
  }
}
