package org.portolan.pack;

import java.util.List;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.SimilarPractice;

/**
 * A document of a folder, looked at before it becomes a draft.
 *
 * @param place in the folder, from one
 * @param line of the table that speaks of it; nought where none does
 * @param file its name in the folder; empty where the table names none that is there
 * @param edit what the draft would say
 * @param said what is wrong or worth knowing
 * @param similar published practices that it is much like
 * @param unread whether its text was not read yet
 * @param code of the draft that was made of it, or null
 */
public record FolderRow(
    int place,
    int line,
    String file,
    PracticeEdit edit,
    List<Said> said,
    List<SimilarPractice> similar,
    boolean unread,
    String code) {

  /**
   * @param error whether it cannot become a draft so; else it can
   * @param column of the table, or null where it is about the file
   * @param key of the text
   * @param argument of the text
   */
  public record Said(boolean error, String column, String key, String argument) {}

  public boolean bad() {
    return said.stream().anyMatch(Said::error);
  }

  public boolean takable() {
    return !bad() && code == null;
  }

  /** As the page shows it: done, error, warning or ok. */
  public String state() {
    return code != null
        ? "done"
        : bad() ? "error" : !said.isEmpty() || !similar.isEmpty() ? "warning" : "ok";
  }
}
