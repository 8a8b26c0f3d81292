package org.portolan.platform.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.persistence.SchemaReady;

/**
 * Forgets what was uploaded: what was not applied after a day, and what was applied when it can be
 * undone no longer. Both hold what is said of people.
 */
@ApplicationScoped
class OldImports {
  private static final Logger LOG = Logger.getLogger(OldImports.class.getName());
  private static final Duration UNAPPLIED = Duration.ofDays(1);
  private static final Duration UNDOABLE = Duration.ofDays(30);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private ImportStore store;
  @Inject private Clock clock;

  private Future<?> schedule;

  void start(@Observes @Priority(920) SchemaReady ready) {
    schedule = scheduler.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
  }

  void forget() {
    try {
      store
          .old(clock.instant().minus(UNAPPLIED), clock.instant().minus(UNDOABLE))
          .forEach(store::remove);
    } catch (RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "Old imports could not be forgotten", e);
    }
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.cancel(true);
    }
  }
}
