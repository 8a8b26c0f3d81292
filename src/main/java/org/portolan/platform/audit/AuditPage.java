package org.portolan.platform.audit;

import java.util.List;

/**
 * Some entries, the newest first.
 *
 * @param next where the older ones begin, null when there are none
 */
public record AuditPage(List<AuditEntry> entries, String next) {
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
