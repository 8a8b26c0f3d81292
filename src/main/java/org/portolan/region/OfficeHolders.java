package org.portolan.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** What pages of the directory ask of whoever knows who holds which office. */
public interface OfficeHolders {

  /** Who holds an office now, by scope. A scope in which nobody does is missing. */
  Map<Scope, List<Holder>> current(Collection<Scope> scopes);

  /** Mandates of these scopes that have ended, by scope, the last one first. */
  Map<Scope, List<Holder>> past(Collection<Scope> scopes);

  /**
   * Who decides on the applications of these Members' officers. A Member for which nobody does is
   * missing.
   */
  Map<String, Approvers> approvers(Collection<String> memberCodes);

  /**
   * Somebody in an office, or who was.
   *
   * @param office its code; the bundle of the offices has its word
   * @param role that comes with the office, or null
   * @param name null of who did not agree to be named
   * @param deputy whether in place of the one who was appointed
   * @param until null where no end is set
   */
  record Holder(
      String office, Role role, String name, boolean deputy, LocalDate from, LocalDate until) {}

  /**
   * @param fallback whether the Member has no National Coordinator, so that the one whom its region
   *     names decides
   */
  record Approvers(List<Holder> holders, boolean fallback) {
    public Approvers {
      holders = List.copyOf(holders);
    }
  }
}
