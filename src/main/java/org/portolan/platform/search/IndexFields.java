package org.portolan.platform.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fields of the index. Per language: the text, only kept to be shown, and {@link #words} in
 * which it and the title are searched as one, so that a word counts the same wherever it stands; it
 * has the places of the words in the text, so that marking them needs no second analysis. Beside
 * them one field of folded, unstemmed words of all languages. What is shown is a column each and no
 * stored field: those are packed in blocks, of which a whole one is unpacked for one item.
 */
final class IndexFields {
  /** Raise it when fields or their meaning change; analysis changes are noticed by themselves. */
  static final int LAYOUT = 14;

  static final String KEY = "key";
  static final String CODE = "code";
  static final String DATE = "date";

  /** Since when readers can have found it. */
  static final String PUBLISHED = "published";

  /** By how many it was used again; what was not has no such value. */
  static final String REUSES = "reuses";

  static final String ORDER = "order";

  /** Key of the item to which an item belongs, which leads it; of one that leads, its own. */
  static final String UNDER = "under";

  /** Only what leads others has it. */
  static final String LEADS = "leads";

  static final String VISIBLE = "visible";

  /** What is shown besides the text, see {@link Card}. */
  static final String CARD = "card";

  /** Where the parts of a text begin that has such; only kept to name the one with the words. */
  static final String PARTS = "parts";

  /** Folded words of every language together. */
  static final String ANY = "words_any";

  /** Folded words of the titles alone, for suggestions. */
  static final String TITLE_ANY = "title_any";

  /** Each whole title, folded, for suggestions that begin as typed. */
  static final String TITLE_START = "title_start";

  /** First letters of titles and of their words, see {@link TitleEdges}. */
  static final String TITLE_EDGE = "title_edge";

  /** Languages with an analysis of their own; texts in others are folded. */
  static final List<String> STEMMED = List.of("en", "fr", "es", "pt", "ru", "ar");

  static final String OTHER = "und";

  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");

  private IndexFields() {}

  /** Values of a dimension of facets, to count and to filter by. */
  static String facet(String dimension) {
    return "facet_" + dimension;
  }

  static String words(String language) {
    return "words_" + language;
  }

  /** No field of the index: the name by which a title is analysed that is to be marked. */
  static String title(String language) {
    return "title_" + language;
  }

  /** The text as it is shown, see {@link PackedText}. */
  static String body(String language) {
    return "body_" + language;
  }

  static String languageOf(String field) {
    return field.substring(field.lastIndexOf('_') + 1);
  }

  /** The plain language code of a tag: pt of pt-BR; {@link #OTHER} when it is none. */
  static String language(String tag) {
    String code = tag == null ? "" : tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LANGUAGE_CODE.matcher(code).matches() ? code : OTHER;
  }

  static String key(String kind, long id) {
    return kind + ":" + id;
  }

  static String exactCode(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }
}
