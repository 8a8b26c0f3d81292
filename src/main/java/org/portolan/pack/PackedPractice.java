package org.portolan.pack;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A practice in a pack.
 *
 * @param id by which it is known wherever it goes: its address where it was written
 * @param entry where its texts lie in the zip
 * @param hash of that, SHA-256 in hexadecimal
 * @param edition number of the version
 * @param date since when readers see it like this
 * @param title in its original language
 * @param licence code, or empty where none was chosen
 * @param source which body agreed that it is shown, or empty
 * @param agreedOn the day on which it agreed as 2026-11-27, or empty
 * @param readers for whom it is
 */
public record PackedPractice(
    String id,
    String entry,
    String hash,
    int edition,
    Instant date,
    String title,
    List<String> languages,
    String licence,
    String source,
    String agreedOn,
    String readers,
    List<PackedFile> files) {
  private static final Pattern ENTRY = Pattern.compile("practices/[0-9]{3}\\.json");

  /** Moments that every column can hold. */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2999-01-01T00:00:00Z");

  /** Of all visible letters of ASCII, so that it means the same in every column. */
  static final Pattern ID = Pattern.compile("https?://[\\x21-\\x7e]{1,380}");

  public PackedPractice {
    languages = List.copyOf(languages);
    files = List.copyOf(files);
    if (!ID.matcher(id).matches()
        || !ENTRY.matcher(entry).matches()
        || !PackedFile.HASH.matcher(hash).matches()
        || edition < 1
        || date.isBefore(FIRST)
        || date.isAfter(LAST)) {
      throw new IllegalArgumentException(id);
    }
  }
}
