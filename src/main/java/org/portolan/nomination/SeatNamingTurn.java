package org.portolan.nomination;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.persistence.SchemaReady;

/** Looks whether time brings something to seats that are held without names. */
@ApplicationScoped
class SeatNamingTurn {
  private static final Logger LOG = Logger.getLogger(SeatNamingTurn.class.getName());
  private static final int EVERY_MINUTES = 5;
  private static final int AT_ONCE = 200;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private SeatNaming naming;

  private Future<?> turns;

  void start(@Observes @Priority(940) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void look() {
    List<Long> due;
    try {
      due = naming.listDue(AT_ONCE);
    } catch (RuntimeException e) {
      // the database is away; the next look tells
      LOG.log(Level.FINE, "cannot see whose names are missing", e);
      return;
    }
    for (long nomination : due) {
      try {
        naming.nudge(nomination);
      } catch (RuntimeException e) {
        // the others are not kept waiting
        LOG.log(
            Level.WARNING, "Seats without names of nomination " + nomination + " are as before", e);
      }
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
