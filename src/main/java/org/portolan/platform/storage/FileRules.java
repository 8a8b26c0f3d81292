package org.portolan.platform.storage;

/**
 * Which file is taken.
 *
 * @param largest in bytes
 * @param mostPages of a document
 */
public record FileRules(FileKind kind, long largest, int mostPages) {
  public static final long MEGABYTE = 1024 * 1024;

  public static FileRules pdf(int megabytes, int mostPages) {
    return new FileRules(FileKind.PDF, megabytes * MEGABYTE, mostPages);
  }

  public static FileRules document(int megabytes) {
    return new FileRules(FileKind.DOCUMENT, megabytes * MEGABYTE, 0);
  }
}
