package org.portolan.enrolment;

import org.portolan.seat.Groups;

/** An officer whom an administration sends, with the groups to which they belong now. */
record Nominee(long personId, String memberCode, Groups groups) {}
