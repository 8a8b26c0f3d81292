package org.portolan.platform.search;

/** The place of a page among the hits, written as readers carry it from page to page. */
record PageCursor(int offset, int limit) {
  /** Nobody reads further, and collecting so many is what a page costs. */
  private static final int DEEPEST = 10_000;

  private static final int RADIX = 36;

  static PageCursor of(String cursor, int limit) {
    return new PageCursor(offset(cursor), limit);
  }

  int end() {
    return offset + limit;
  }

  String next(long total) {
    return end() < total && end() <= DEEPEST ? Integer.toString(end(), RADIX) : null;
  }

  private static int offset(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return 0;
    }
    try {
      int offset = Integer.parseInt(cursor.strip(), RADIX);
      return offset < 0 || offset > DEEPEST ? 0 : offset;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
