package org.portolan.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A practice in the words of one language.
 *
 * @param revision how often it was written, from 1
 * @param basedOn revision of the original that a translation says; null for the original
 */
record PracticeWords(
    String language,
    String title,
    String summary,
    PracticeBody body,
    int revision,
    Integer basedOn) {

  static PracticeWords first(PracticeEdit edit, Integer basedOn) {
    return new PracticeWords(
        edit.language(), edit.title(), edit.summary(), edit.body(), 1, basedOn);
  }

  /** Its texts by what they are called, in the order in which they are read. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("summary", summary);
    for (Section section : Section.values()) {
      if (section == Section.CONTACT) {
        fields.put("body", body.more());
      }
      fields.put(section.code(), body.section(section));
    }
    return fields;
  }

  boolean original() {
    return basedOn == null;
  }

  /**
   * @param followed revision of the original up to which a translation was brought; null where it
   *     was not
   */
  PracticeWords with(PracticeEdit edit, Integer followed) {
    boolean changed =
        !edit.title().equals(title) || !edit.summary().equals(summary) || !edit.body().equals(body);
    return new PracticeWords(
        language,
        edit.title(),
        edit.summary(),
        edit.body(),
        changed ? revision + 1 : revision,
        original() || followed == null ? basedOn : followed);
  }

  /** Whether the original says something else by now. */
  boolean stale(int revisionOfOriginal) {
    return !original() && basedOn < revisionOfOriginal;
  }
}
