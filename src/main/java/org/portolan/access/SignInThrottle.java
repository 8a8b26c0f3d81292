package org.portolan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.portolan.people.EmailAddress;

/**
 * Slows down guessing, in three ways, none of which shuts anybody out for good:
 *
 * <ul>
 *   <li>for one account from one address, a handful of tries, then a pause;
 *   <li>from an address that failed with many accounts, fewer tries for each: a whole office behind
 *       it still comes in, as people seldom err twice;
 *   <li>for one account from many addresses, growing waits; but not in a browser in which its owner
 *       signed in before, so that strangers cannot keep them waiting.
 * </ul>
 */
@ApplicationScoped
class SignInThrottle {
  private static final int TRIES = 8;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int MANY_ACCOUNTS = 30;
  private static final int TRIES_AMONG_MANY = 3;
  private static final Duration ACCOUNTS_REMEMBERED = Duration.ofMinutes(10);

  private static final int FREE_FAILURES = 30;
  private static final Duration FAILURES_REMEMBERED = Duration.ofHours(1);
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Ticker ticker;
  private final Cache<String, AtomicInteger> tries;
  private final Cache<String, Set<String>> failedAccounts;
  private final Cache<String, Guessing> guessing;

  /** Failures for one account, and the moment before which no stranger tries again. */
  private record Guessing(int failures, long notBefore) {}

  SignInThrottle() {
    this(Ticker.systemTicker());
  }

  SignInThrottle(Ticker ticker) {
    this.ticker = ticker;
    tries = cache(PAUSE, ticker);
    failedAccounts = cache(ACCOUNTS_REMEMBERED, ticker);
    guessing = cache(FAILURES_REMEMBERED, ticker);
  }

  private static <T> Cache<String, T> cache(Duration remembered, Ticker ticker) {
    return Caffeine.newBuilder()
        .expireAfterWrite(remembered)
        .maximumSize(100_000)
        .ticker(ticker)
        .build();
  }

  /**
   * Counts before the password is checked, so that tries at once are counted too.
   *
   * @param known whether the owner of the account signed in in this browser before
   */
  boolean admits(EmailAddress email, String address, boolean known) {
    Guessing guessed = guessing.getIfPresent(email.text());
    if (!known && guessed != null && guessed.notBefore() - ticker.read() > 0) {
      return false;
    }
    int made = tries.get(key(email, address), any -> new AtomicInteger()).incrementAndGet();
    return made <= (failedWithMany(address) ? TRIES_AMONG_MANY : TRIES);
  }

  private boolean failedWithMany(String address) {
    Set<String> accounts = failedAccounts.getIfPresent(address);
    return accounts != null && accounts.size() >= MANY_ACCOUNTS;
  }

  void failed(EmailAddress email, String address) {
    Set<String> accounts = failedAccounts.get(address, any -> ConcurrentHashMap.newKeySet());
    // more than that says nothing new
    if (accounts.size() < MANY_ACCOUNTS) {
      accounts.add(email.text());
    }
    guessing
        .asMap()
        .compute(
            email.text(),
            (account, before) -> {
              int failures = before == null ? 1 : before.failures() + 1;
              return new Guessing(failures, ticker.read() + wait(failures).toNanos());
            });
  }

  private static Duration wait(int failures) {
    return failures <= FREE_FAILURES
        ? Duration.ZERO
        : Duration.ofSeconds(
            Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(failures - FREE_FAILURES, 10)));
  }

  void forget(EmailAddress email, String address) {
    tries.invalidate(key(email, address));
    guessing.invalidate(email.text());
  }

  private static String key(EmailAddress email, String address) {
    return address + ' ' + email.text();
  }
}
