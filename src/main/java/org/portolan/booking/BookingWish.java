package org.portolan.booking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.web.TypedLine;

/**
 * What somebody wants to book for a session.
 *
 * @param setup minutes before each day, or null for what the resource usually needs
 * @param clear minutes after each day, or null for what the resource usually needs
 * @param reason why it is booked although it meets another or is too small; empty where nobody said
 */
public record BookingWish(
    long session, long resource, Integer amount, Integer setup, Integer clear, String reason) {
  private static final int LONGEST_REASON = 200;

  public BookingWish {
    reason = TypedLine.of(reason);
  }

  /** Without anything else than the resource. */
  public static BookingWish of(long session, long resource) {
    return new BookingWish(session, resource, 1, null, null, "");
  }

  Map<String, String> problems(ResourceSummary of) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (amount == null || amount < 1 || amount > of.quantity()) {
      problems.put("amount", "booking.problem.amount");
    }
    if (setup != null) {
      ResourceEdit.minutes(problems, "setup", setup);
    }
    if (clear != null) {
      ResourceEdit.minutes(problems, "clear", clear);
    }
    if (reason.length() > LONGEST_REASON) {
      problems.put("reason", "booking.problem.long");
    }
    return problems;
  }

  int setup(ResourceSummary of) {
    return setup == null ? of.setup() : setup;
  }

  int clear(ResourceSummary of) {
    return clear == null ? of.clear() : clear;
  }
}
