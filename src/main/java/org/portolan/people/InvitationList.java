package org.portolan.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list of officers as it was pasted: one a line, with commas, semicolons or tabs between given
 * name, family name, address, language and post. A first line that names the columns may put them
 * in another order.
 */
public final class InvitationList {
  public static final int MOST = 500;
  public static final int LONGEST = 200_000;

  /** Heads of the columns, in their order where a list names none. */
  public static final List<String> COLUMNS =
      List.of("given", "family", "email", "language", "post");

  private InvitationList() {}

  /**
   * @param language of those for whom the list names none
   * @throws TooLong when there are more rows than are taken at a time
   */
  public static List<NewOfficer> parse(String text, String language) {
    String plain = text.replace("\uFEFF", "");
    if (plain.length() > LONGEST) {
      throw new TooLong();
    }
    List<NewOfficer> officers = new ArrayList<>();
    List<String> columns = COLUMNS;
    boolean first = true;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(plain)) {
      for (CsvRecord row : rows) {
        List<String> fields = row.getFields();
        if (first && named(fields)) {
          columns = fields.stream().map(InvitationList::plain).toList();
        } else if (fields.stream().anyMatch(field -> !field.isBlank())) {
          officers.add(officer(columns, fields, language));
        }
        first = false;
        if (officers.size() > MOST) {
          throw new TooLong();
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return officers;
  }

  /** Heads in the first line of a list that say nothing to us; empty where it names no columns. */
  public static List<String> unknown(String text) {
    String first =
        text.replace("\uFEFF", "").lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (first.isEmpty()) {
      return List.of();
    }
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator(first)).ofCsvRecord(first)) {
      List<String> fields = rows.stream().findFirst().orElseThrow().getFields();
      return named(fields)
          ? fields.stream()
              .map(String::strip)
              .filter(name -> !name.isEmpty() && !COLUMNS.contains(plain(name)))
              .toList()
          : List.of();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static NewOfficer officer(List<String> columns, List<String> fields, String language) {
    String given = field(columns, fields, "language");
    return new NewOfficer(
        field(columns, fields, "given"),
        field(columns, fields, "family"),
        field(columns, fields, "email"),
        given.isBlank() ? language : given.strip().toLowerCase(Locale.ROOT),
        field(columns, fields, "post"));
  }

  private static String field(List<String> columns, List<String> fields, String name) {
    int at = columns.indexOf(name);
    return at >= 0 && at < fields.size() ? fields.get(at) : "";
  }

  private static boolean named(List<String> fields) {
    List<String> names = fields.stream().map(InvitationList::plain).toList();
    return names.contains("email") && (names.contains("family") || names.contains("given"));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The one that the first line has most of. */
  private static char separator(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(line, candidate) > count(line, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }

  /** More than is taken at a time. */
  public static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
