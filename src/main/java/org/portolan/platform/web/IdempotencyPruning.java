package org.portolan.platform.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.persistence.SchemaReady;

/** Forgets idempotency keys some hours after they have expired. */
@ApplicationScoped
class IdempotencyPruning {
  private static final Logger LOG = Logger.getLogger(IdempotencyPruning.class.getName());
  private static final long EVERY_HOURS = 6;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Idempotency idempotency;

  private Future<?> pruning;

  void start(@Observes SchemaReady ready) {
    pruning = scheduler.scheduleWithFixedDelay(this::prune, 1, EVERY_HOURS, TimeUnit.HOURS);
  }

  private void prune() {
    try {
      idempotency.forgetExpired();
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "Old idempotency keys could not be forgotten", e);
    }
  }

  @PreDestroy
  void stop() {
    if (pruning != null) {
      pruning.cancel(true);
    }
  }
}
