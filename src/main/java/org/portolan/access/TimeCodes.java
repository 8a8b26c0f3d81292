package org.portolan.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app: six digits, others every half minute. The app's clock may be
 * one step ahead or behind.
 */
final class TimeCodes {
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();
  private static final long STEP = GENERATOR.getTimeStep().toSeconds();
  private static final int SKEW = 1;

  private TimeCodes() {}

  /** The step to which the code belongs; empty when it is none of about now. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP;
    for (long step = current - SKEW; step <= current + SKEW; step++) {
      if (same(code(secret, step), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static String code(byte[] secret, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP), Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every secret is a key", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
