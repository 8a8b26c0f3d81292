package org.portolan.catalog;

import java.util.Set;

/**
 * Whose courses somebody sees at the desk.
 *
 * @param all of everybody
 * @param centres whose courses they write
 * @param regions whose catalogues they keep
 * @param members whose catalogues they keep
 * @param global whether they keep the global catalogue
 */
record CourseSight(
    boolean all, Set<String> centres, Set<String> regions, Set<String> members, boolean global) {

  boolean nothing() {
    return !all && !global && centres.isEmpty() && regions.isEmpty() && members.isEmpty();
  }
}
