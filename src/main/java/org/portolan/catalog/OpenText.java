package org.portolan.catalog;

/**
 * The words of a course in one language as a form shows them.
 *
 * @param version of the text that was opened; -1 where there is none yet
 * @param master the text that the others follow, to be read beside it; null where this is it
 * @param stale whether it tells an older edition than the master
 */
public record OpenText(
    String code, int version, TextEdit edit, TextEdit master, boolean stale, boolean draft) {
  static final int NONE = -1;

  public boolean isNew() {
    return version == NONE;
  }
}
