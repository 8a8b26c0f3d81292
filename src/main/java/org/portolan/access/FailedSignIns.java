package org.portolan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Wrong passwords for an account, counted by the hour. The audit trail is told of the first, the
 * tenth, the hundredth: it must show that somebody tries, and must not be filled by them.
 */
@ApplicationScoped
class FailedSignIns {
  private static final Logger LOG = Logger.getLogger(FailedSignIns.class.getName());
  private static final Duration COUNTED = Duration.ofHours(1);

  private final Cache<Long, AtomicInteger> counts =
      Caffeine.newBuilder().expireAfterWrite(COUNTED).maximumSize(100_000).build();

  @Resource private ManagedExecutorService executor;
  @Inject private FailedSignInEntry entry;

  void record(long personId) {
    int count = counts.get(personId, any -> new AtomicInteger()).incrementAndGet();
    if (!told(count)) {
      return;
    }
    try {
      // aside, so that a wrong password takes no longer where there is an account
      executor.execute(() -> write(personId, count));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "A failed sign-in could not be told to the audit trail", e);
    }
  }

  private void write(long personId, int count) {
    try {
      entry.write(personId, count);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A failed sign-in could not be told to the audit trail", e);
    }
  }

  static boolean told(int count) {
    int power = 1;
    while (power < count) {
      power *= 10;
    }
    return power == count;
  }
}
