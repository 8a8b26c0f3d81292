package org.portolan.nomination;

import java.util.Locale;

/** What an administration hears of the seats that it asked for without names. */
enum NamingNews {
  /** The centre holds them until a day. */
  HELD,
  /** It does not. */
  REFUSED,
  /** It holds fewer of them than before, or not so long. */
  CHANGED,
  /** It holds none of them any more. */
  RELEASED,
  /** The day for names is near. */
  REMINDER,
  /** It is over: what has no name is there for all. */
  OPENED;

  /** First of the texts of its letter. */
  String letter() {
    return "nomination.letter.seats-" + name().toLowerCase(Locale.ROOT);
  }
}
