package org.portolan.enrolment;

import org.portolan.platform.i18n.Language;

/**
 * The title of a course in the language nearest to a reader's. It is one column with its language:
 * were they two, the database would choose the same text twice for each row.
 *
 * @param language code of the language that it is in
 */
record NearestTitle(String text, String language) {
  /**
   * The column, of a session {@code s} for a reader whose language is the first parameter: theirs
   * first, then English and the others in the order the catalogue has.
   */
  static final String SQL =
      "(SELECT CONCAT(t.language, ' ', t.title) FROM course_text t"
          + " WHERE t.course_id = s.course_id ORDER BY t.language = ?1 DESC,"
          + " FIELD(t.language, 'pt', 'ru', 'ar', 'es', 'fr', 'en') DESC LIMIT 1)";

  private static final int LANGUAGE = 2;

  /** What the column holds; the code of the session for a course without any text. */
  static NearestTitle read(Object column, String code, Language reader) {
    if (column == null) {
      return new NearestTitle(code, reader.code());
    }
    String both = (String) column;
    return new NearestTitle(both.substring(LANGUAGE + 1), both.substring(0, LANGUAGE));
  }
}
