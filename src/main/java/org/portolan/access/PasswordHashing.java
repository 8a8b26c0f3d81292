package org.portolan.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Password hashes by Argon2id. A hash takes 19 MiB and a good part of a second on purpose, so only
 * a few are made at once, a few more wait their turn, and the rest are told to come back.
 */
@ApplicationScoped
public class PasswordHashing {
  private static final int AT_ONCE = 4;
  private static final int WAITING = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private final Semaphore working = new Semaphore(AT_ONCE, true);
  private final Semaphore places = new Semaphore(AT_ONCE + WAITING);

  // a password nobody knows: checking against it takes as long as checking a real one
  private volatile String nobodysHash;

  String hash(String password) {
    return inTurn(() -> compute(password));
  }

  /** Whether the password is the one of the hash; without a hash no, but not any faster. */
  boolean matches(String password, String hash) {
    return inTurn(
        () -> {
          boolean same = check(password, hash == null || hash.isEmpty() ? nobodysHash() : hash);
          return same && hash != null && !hash.isEmpty();
        });
  }

  <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new TooBusy();
    }
    try {
      if (!working.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooBusy();
      }
      try {
        return work.get();
      } finally {
        working.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    } finally {
      places.release();
    }
  }

  private String nobodysHash() {
    if (nobodysHash == null) {
      byte[] password = new byte[32];
      RANDOM.nextBytes(password);
      nobodysHash = compute(new String(password, StandardCharsets.ISO_8859_1));
    }
    return nobodysHash;
  }

  private static String compute(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return ARGON2ID.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
  }

  private static boolean check(String password, String hash) {
    return Argon2Function.getInstanceFromHash(hash).check(password, hash);
  }

  /** More people sign in at this moment than this node can serve. */
  public static class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
