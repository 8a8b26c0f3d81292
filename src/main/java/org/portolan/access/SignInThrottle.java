package org.portolan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.portolan.people.EmailAddress;

/**
 * Slows down guessing: a handful of tries for one account from one address, then a pause. Counting
 * both together keeps a stranger from locking somebody out of their own account.
 */
@ApplicationScoped
class SignInThrottle {
  private static final int TRIES = 8;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Cache<String, AtomicInteger> tries;

  SignInThrottle() {
    this(Ticker.systemTicker());
  }

  SignInThrottle(Ticker ticker) {
    tries =
        Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(100_000).ticker(ticker).build();
  }

  /** Counts before the password is checked, so that tries at once are counted too. */
  boolean admits(EmailAddress email, String address) {
    return tries.get(key(email, address), any -> new AtomicInteger()).incrementAndGet() <= TRIES;
  }

  void forget(EmailAddress email, String address) {
    tries.invalidate(key(email, address));
  }

  private static String key(EmailAddress email, String address) {
    return address + ' ' + email.text();
  }
}
