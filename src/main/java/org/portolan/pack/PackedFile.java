package org.portolan.pack;

import java.util.regex.Pattern;

/**
 * A file of a practice in a pack.
 *
 * @param entry where it lies in the zip
 * @param hash of its content, SHA-256 in hexadecimal
 * @param name that it has where it is taken
 */
public record PackedFile(
    String entry,
    String hash,
    long size,
    String mediaType,
    String language,
    String title,
    String name) {
  private static final Pattern ENTRY = Pattern.compile("files/[0-9]{3}-[0-9]{2}\\.[a-z0-9]{1,8}");
  static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST = 400;

  public PackedFile {
    if (!ENTRY.matcher(entry).matches()
        || !HASH.matcher(hash).matches()
        || size < 0
        || title.length() > LONGEST
        || name.length() > LONGEST) {
      throw new IllegalArgumentException(entry);
    }
  }
}
