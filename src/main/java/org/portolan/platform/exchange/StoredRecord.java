package org.portolan.platform.exchange;

import java.util.List;

/**
 * A record as the database has it.
 *
 * @param id by which the audit trail knows it
 * @param cells in the order of the sheet's columns; what it does not have is empty
 */
public record StoredRecord(String id, List<String> cells) {
  public StoredRecord {
    cells = List.copyOf(cells);
  }
}
