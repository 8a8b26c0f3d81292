package org.portolan.platform.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;

/**
 * The place of a page among the hits: behind the last hit of the page before, by what hits are
 * sorted by. So the thousandth page costs what the first one does. Written as readers carry it from
 * page to page; whatever is no such place, or is of another order, means the first page.
 *
 * @param after null on the first page
 */
record PageCursor(int limit, Sort sort, FieldDoc after) {
  private static final int LONGEST = 80;
  private static final int RADIX = 36;
  private static final String SEPARATOR = ".";

  static PageCursor of(String cursor, int limit, Sort sort) {
    return new PageCursor(limit, sort, read(cursor, sort));
  }

  /** One more than are shown, to know whether there is a next page. */
  int asked() {
    return limit + 1;
  }

  /** Those of the hits that are shown. */
  List<ScoreDoc> shown(TopDocs found) {
    return Stream.of(found.scoreDocs).limit(limit).toList();
  }

  /** Null on the last page. */
  String next(TopDocs found) {
    if (found.scoreDocs.length <= limit) {
      return null;
    }
    FieldDoc last = (FieldDoc) found.scoreDocs[limit - 1];
    return Stream.concat(
            Stream.of(order(sort)), Arrays.stream(last.fields).map(PageCursor::written))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String written(Object value) {
    return value instanceof Float score
        ? Integer.toString(Float.floatToIntBits(score), RADIX)
        : Long.toString((Long) value, RADIX);
  }

  private static FieldDoc read(String cursor, Sort sort) {
    if (cursor == null || cursor.length() > LONGEST) {
      return null;
    }
    String[] parts = cursor.strip().split("\\.", -1);
    SortField[] fields = sort.getSort();
    if (parts.length != fields.length + 1 || !parts[0].equals(order(sort))) {
      return null;
    }
    Object[] values = new Object[fields.length];
    try {
      for (int i = 0; i < fields.length; i++) {
        values[i] = value(fields[i], parts[i + 1]);
      }
    } catch (NumberFormatException e) {
      return null;
    }
    // the order of items is whole: whatever has these values is the hit that was last
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
  }

  private static Object value(SortField field, String written) {
    if (field.getType() != SortField.Type.SCORE) {
      return Long.parseLong(written, RADIX);
    }
    float score = Float.intBitsToFloat(Integer.parseInt(written, RADIX));
    if (!Float.isFinite(score)) {
      throw new NumberFormatException("no score");
    }
    return score;
  }

  /** Names an order, so that a place in another one is not taken for one in this. */
  private static String order(Sort sort) {
    return Arrays.stream(sort.getSort())
        .map(
            field ->
                field.getType() == SortField.Type.SCORE
                    ? "s"
                    : field.getField().charAt(0) + (field.getReverse() ? "r" : ""))
        .collect(Collectors.joining());
  }
}
