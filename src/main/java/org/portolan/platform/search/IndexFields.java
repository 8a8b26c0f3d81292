package org.portolan.platform.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fields of the index. Per language: the title and the text, only kept to be shown, and {@link
 * #words} in which both are searched as one, so that a word counts the same wherever it stands; it
 * has the places of the words in the text, so that marking them needs no second analysis. Beside
 * them one field of folded, unstemmed words of all languages.
 */
final class IndexFields {
  /** Raise it when fields or their meaning change; analysis changes are noticed by themselves. */
  static final int LAYOUT = 9;

  static final String KEY = "key";
  static final String KIND = "kind";
  static final String ID = "id";
  static final String CODE = "code";
  static final String CODE_SHOWN = "code_shown";
  static final String PATH = "path";
  static final String LANGUAGES = "languages";
  static final String DATE = "date";
  static final String DATE_SHOWN = "date_shown";

  /** Since when readers can have found it. */
  static final String PUBLISHED = "published";

  /** By how many it was used again; what was not has no such value. */
  static final String REUSES = "reuses";

  static final String ORDER = "order";
  static final String VISIBLE = "visible";
  static final String FACETS_SHOWN = "facets_shown";
  static final String DETAILS = "details";

  /** Where the parts of a text begin that has such; only kept to name the one with the words. */
  static final String PARTS = "parts";

  /** Codes of the concepts by which an item is filed. */
  static final String CONCEPT = "concept";

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

  static String title(String language) {
    return "title_" + language;
  }

  static String body(String language) {
    return "body_" + language;
  }

  /** How long the beginning of the text is that sums it up. */
  static String summary(String language) {
    return "summary_" + language;
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
