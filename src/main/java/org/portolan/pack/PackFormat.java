package org.portolan.pack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What holds for every file that is written and read here. */
final class PackFormat {
  static final String NAME = "portolan-collection";
  static final int VERSION = 1;
  static final String MANIFEST = "manifest.json";
  static final long MEGABYTE = 1024 * 1024;

  /** Of a file that is sent. */
  static final int MOST_MEGABYTES = 500;

  static final SafeZip.Limits LIMITS = new SafeZip.Limits(3_000, 1_000 * MEGABYTE);

  /** Of the manifest, or of a practice in all its languages. */
  static final long LARGEST_TEXT = 8 * MEGABYTE;

  /** All entries have it, so that the same content makes the same file. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private PackFormat() {}

  static void begin(ZipOutputStream zip, String name) throws java.io.IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  static void put(ZipOutputStream zip, String name, String text) throws java.io.IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Folder and number of the files of a practice. */
  static String entry(String folder, int place, String ending) {
    return "%s/%03d%s".formatted(folder, place, ending);
  }
}
