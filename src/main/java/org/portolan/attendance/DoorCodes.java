package org.portolan.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code on the screen at the door: another one every half minute, made from nothing but the
 * session, the half-day, the time and a key, so that every node shows and knows the same one and
 * none is kept. The one before and the one after count too, as clocks differ and networks are slow.
 *
 * <p>Whoever came with a code in time gets a proof of that, as they may have to sign in first.
 */
final class DoorCodes {
  static final Duration WINDOW = Duration.ofSeconds(30);

  /** So long after a code was scanned in time one may say that one is here. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int LENGTH = 10;
  private static final int GROUP = 5;
  private static final int PROOF = 20;
  private static final Pattern ARRIVAL = Pattern.compile("(\\d{1,12})-([0-9a-z]{20})");

  private final UnaryOperator<String> mark;

  /**
   * @param mark the same for the same text, and not to be guessed without the key
   */
  DoorCodes(UnaryOperator<String> mark) {
    this.mark = mark;
  }

  /** The one to be shown now; empty where the door is closed. */
  Optional<String> code(long session, List<HalfDay> halves, Instant now) {
    long window = window(now);
    return HalfDay.openAt(halves, begin(window))
        .map(half -> TypedCode.number(session) + grouped(secret(session, half, window)));
  }

  /** How long the one of this moment is still shown. */
  static Duration left(Instant now) {
    return Duration.between(now, begin(window(now) + 1));
  }

  /** For which session it is, by what it says of itself; -1 where it says nothing. */
  static long session(String typed) {
    String code = TypedCode.read(typed);
    return TypedCode.number(code.substring(0, Math.max(0, code.length() - LENGTH)));
  }

  /** The half-day for which this code counts at a moment. */
  Optional<HalfDay> half(String typed, long session, List<HalfDay> halves, Instant moment) {
    String code = TypedCode.read(typed);
    String secret = code.substring(Math.max(0, code.length() - LENGTH));
    long now = window(moment);
    for (long window = now + 1; window >= now - 1; window--) {
      Optional<HalfDay> half = HalfDay.openAt(halves, begin(window));
      if (half.isPresent() && same(secret, secret(session, half.get(), window))) {
        return half;
      }
    }
    return Optional.empty();
  }

  /** Proves that somebody came with this code at a moment. */
  String arrival(String typed, Instant moment) {
    long second = moment.getEpochSecond();
    return second + "-" + proof(TypedCode.read(typed), second);
  }

  /** When they came with it; empty where that is not proved, or too long ago. */
  Optional<Instant> arrived(String arrival, String typed, Instant now) {
    Matcher parts = ARRIVAL.matcher(arrival == null ? "" : arrival);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long second = Long.parseLong(parts.group(1));
    Instant then = Instant.ofEpochSecond(second);
    return same(parts.group(2), proof(TypedCode.read(typed), second))
            && now.isBefore(then.plus(PATIENCE))
        ? Optional.of(then)
        : Optional.empty();
  }

  private String secret(long session, HalfDay half, long window) {
    return TypedCode.shortened(
        mark.apply("code\n" + session + '\n' + half.code() + '\n' + window), LENGTH);
  }

  private String proof(String code, long second) {
    return TypedCode.shortened(mark.apply("arrival\n" + code + '\n' + second), PROOF);
  }

  private static String grouped(String secret) {
    return "-" + secret.substring(0, GROUP) + "-" + secret.substring(GROUP);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static long window(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), WINDOW.toSeconds());
  }

  private static Instant begin(long window) {
    return Instant.ofEpochSecond(window * WINDOW.toSeconds());
  }
}
