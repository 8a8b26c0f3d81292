package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/**
 * Words of which only some letters are given: * stands for any letters, ? for one. Bounded, so that
 * no pattern costs more than a word: at most three such signs, none of them first, and no more
 * letters than words have.
 */
final class WordPattern {
  private static final int LONGEST = 60;
  private static final int MOST_SIGNS = 3;

  private WordPattern() {}

  static Query of(String field, String typed) {
    List<Query> words = new ArrayList<>();
    for (String word : Analysis.fold(typed).split("[^\\p{L}\\p{M}\\p{N}*?.]+")) {
      Query query = word(field, word);
      if (query != null) {
        words.add(query);
      }
    }
    if (words.size() == 1) {
      return words.get(0);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word, Occur.MUST));
    return words.isEmpty() ? new MatchNoDocsQuery("no words") : all.build();
  }

  private static Query word(String field, String word) {
    String pattern = bounded(plain(word));
    if (pattern.isEmpty()) {
      return null;
    }
    int sign = firstSign(pattern);
    if (sign < 0) {
      return new TermQuery(new Term(field, pattern));
    }
    return sign == pattern.length() - 1 && pattern.charAt(sign) == '*'
        ? new PrefixQuery(new Term(field, pattern.substring(0, sign)))
        : new WildcardQuery(new Term(field, pattern));
  }

  /** The dots of tariff codes are not in the index. */
  private static String plain(String word) {
    String bare = word.replaceAll("^[*?.]+|\\.+$", "");
    return bare.matches("[0-9.*?]+") ? bare.replace(".", "") : bare;
  }

  /** From the fourth sign on, whatever comes is taken. */
  private static String bounded(String word) {
    String one = DocumentMapping.cut(word, LONGEST).replaceAll("\\*[*?]*|\\?+\\*", "*");
    int signs = 0;
    for (int i = 0; i < one.length(); i++) {
      if (isSign(one.charAt(i)) && ++signs == MOST_SIGNS) {
        return i == one.length() - 1 ? one : one.substring(0, i) + "*";
      }
    }
    return one;
  }

  private static int firstSign(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (isSign(pattern.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSign(char c) {
    return c == '*' || c == '?';
  }
}
