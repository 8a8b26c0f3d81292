package org.portolan.enrolment;

/**
 * Who is asked about an application, in words of the reader.
 *
 * @param who names of those who may answer; empty where nobody holds the office
 * @param also those who may answer too as nobody did in time, or empty
 * @param fallback whether the region's approver decides, as the Member has no National Coordinator
 */
record Asked(String who, String also, boolean fallback) {
  static final Asked NOBODY = new Asked("", "", false);
}
