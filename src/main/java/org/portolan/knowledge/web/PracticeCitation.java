package org.portolan.knowledge.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * How a published practice is named where it is cited, for people and for programs that gather what
 * pages say of themselves.
 *
 * @param creator the body that stands behind it, as it is named there
 * @param published the day on which it was
 * @param edition number of the version
 * @param address that stays
 */
public record PracticeCitation(
    String creator,
    LocalDate published,
    int edition,
    String address,
    String code,
    String language) {
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  public int year() {
    return published.getYear();
  }

  /** As 2026-11-27. */
  public String day() {
    return published.toString();
  }

  /** As 2026/11/27, which those who count citations want. */
  public String slashed() {
    return SLASHES.format(published);
  }

  public String paper() {
    return address + ".pdf?in=" + language;
  }
}
