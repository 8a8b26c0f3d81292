package org.portolan.booking;

import java.util.List;
import java.util.Locale;

/** Something cannot be booked, changed or removed as it was asked; nothing was changed. */
public class BookingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** Somebody else has it. */
    TAKEN,
    /** It can be booked by who says why it is, although it meets another or is too small. */
    REASON,
    /** The session has no days, or is cancelled. */
    NO_DAYS,
    /** Nobody books it any more. */
    RETIRED,
    /** It is booked, or something lies in it. */
    IN_USE,
    /** There would be fewer of it than are booked at once. */
    FEWER,
    /** As many as can be are there already. */
    MANY;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final transient Check check;
  private final transient List<BookingSummary> bookings;

  BookingRefused(Kind kind) {
    this(kind, new Check(List.of(), false), List.of());
  }

  BookingRefused(Kind kind, Check check) {
    this(kind, check, List.of());
  }

  BookingRefused(Kind kind, List<BookingSummary> bookings) {
    this(kind, new Check(List.of(), false), bookings);
  }

  private BookingRefused(Kind kind, Check check, List<BookingSummary> bookings) {
    super(kind.code());
    this.kind = kind;
    this.check = check;
    this.bookings = bookings;
  }

  public Kind kind() {
    return kind;
  }

  public Check check() {
    return check;
  }

  /** Where it is in use: the first of its bookings ahead. */
  public List<BookingSummary> bookings() {
    return bookings;
  }
}
