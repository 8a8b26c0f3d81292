package org.portolan.people;

/**
 * Something that stands against a merge.
 *
 * @param kind the last part of a key of texts
 * @param record the number of the mandate or application that stands in the way, or null
 * @param name of that record, where it has one that is the same in all languages; or null
 */
public record MergeConflict(String kind, Long record, String name) {
  /** Whether the record is a mandate; applications are numbered on their own. */
  public boolean ofOffice() {
    return kind.equals("office") || kind.equals("office-beyond");
  }

  static MergeConflict of(String kind) {
    return new MergeConflict(kind, null, null);
  }
}
