package org.portolan.platform.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows down what anybody can have letters written by, on this node: few letters an hour to one
 * address, and many tries from one network, behind which a whole office may stand. Each who is
 * given one counts by itself.
 */
@Dependent
public class LetterThrottle {
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int LETTERS = 3;
  private static final int TRIES = 60;

  private final Cache<String, AtomicInteger> networks = cache();
  private final Cache<String, AtomicInteger> addresses = cache();

  private static Cache<String, AtomicInteger> cache() {
    return Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(100_000).build();
  }

  /** Counts a try from a network; false when there were too many. */
  public boolean admits(String network) {
    return count(networks, network) <= TRIES;
  }

  /** Counts a letter to an address; true when it had enough of them and gets none. */
  public boolean spares(String address) {
    return count(addresses, address) > LETTERS;
  }

  private static int count(Cache<String, AtomicInteger> counted, String what) {
    return counted.get(what, any -> new AtomicInteger()).incrementAndGet();
  }
}
