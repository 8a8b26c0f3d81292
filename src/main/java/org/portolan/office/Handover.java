package org.portolan.office;

import java.time.LocalDate;

/**
 * What somebody fills in to hand an office over.
 *
 * @param email of the account of the successor
 * @param from the successor's first day; today means at once
 * @param to the successor's last day, or null
 * @param graceDays how long the predecessor may still look
 */
public record Handover(String email, LocalDate from, LocalDate to, int graceDays) {
  public static final int USUAL_GRACE = 30;
  public static final int LONGEST_GRACE = 180;
}
