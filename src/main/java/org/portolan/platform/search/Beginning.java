package org.portolan.platform.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;

/** Words that begin as somebody typed; of what is longer than any word the first letters count. */
final class Beginning {
  /** The index follows a beginning byte by byte, a thousand at most; a letter has up to four. */
  private static final int LONGEST = 200;

  private Beginning() {}

  static PrefixQuery of(String field, String start) {
    return new PrefixQuery(new Term(field, DocumentMapping.cut(start, LONGEST)));
  }
}
