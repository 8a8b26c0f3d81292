package org.portolan.pack;

import java.util.List;

/**
 * What would come of a folder.
 *
 * @param refused why it cannot be read at all, or null
 * @param said of the folder and its table as a whole
 */
public record FolderRun(
    SentPack pack, RefusedPack refused, List<FolderRow.Said> said, List<FolderRow> rows) {

  public boolean takable() {
    return rows.stream().anyMatch(FolderRow::takable);
  }

  /** How many of its texts were not read yet. */
  public long unread() {
    return rows.stream().filter(FolderRow::unread).count();
  }
}
