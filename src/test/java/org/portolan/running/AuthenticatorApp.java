package org.portolan.running;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An app as people have it on their phones: told a secret once, it shows codes. */
public final class AuthenticatorApp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP = 30;

  /** How long a code that is shown will be taken at least, in seconds. */
  private static final long TYPING = 15;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecretKeySpec secret;
  private long last;

  public AuthenticatorApp(String typed) {
    secret = new SecretKeySpec(decoded(typed.replace(" ", "")), "HmacSHA1");
  }

  /** A code that was not shown before; waits where all that would be taken are used up. */
  public String next() {
    // the step before this one is still taken, unless it ends while somebody types
    last = Math.max(last + 1, stepAt(TYPING) - 1);
    while (last > stepAt(0) + 1) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return code(last);
  }

  /** The one that was shown last. */
  public String again() {
    return code(last);
  }

  private String code(long step) {
    try {
      return generator.generateOneTimePasswordString(
          secret, Instant.ofEpochSecond(step * STEP), Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long stepAt(long secondsFromNow) {
    return (Instant.now().getEpochSecond() + secondsFromNow) / STEP;
  }

  private static byte[] decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char each : text.toCharArray()) {
      held = held << 5 | ALPHABET.indexOf(each);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
