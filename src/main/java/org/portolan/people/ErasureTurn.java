package org.portolan.people;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.persistence.SchemaReady;

/**
 * Carries out the erasures whose time has come, and forgets what was written to somebody while they
 * were erased: who writes to many has read names and addresses before, and keeps the letters after.
 */
@ApplicationScoped
class ErasureTurn {
  private static final Logger LOG = Logger.getLogger(ErasureTurn.class.getName());
  private static final long FIRST_MINUTES = 5;
  private static final long EVERY_MINUTES = 60;
  private static final long LATE_SECONDS = 3;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private DueErasures due;

  private Future<?> turns;

  void start(@Observes SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(this::run, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void erased(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErasedPerson person) {
    scheduler.schedule(() -> forgetLate(person.id()), LATE_SECONDS, TimeUnit.SECONDS);
  }

  private void forgetLate(long person) {
    try {
      due.forgetLetters(person);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Letters to somebody who was erased could not be looked for", e);
    }
  }

  /** Each in a transaction of its own: what stands against one does not keep the others. */
  int run() {
    int done = 0;
    try {
      for (long person : due.list()) {
        done += one(person) ? 1 : 0;
      }
    } catch (RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same requests
      LOG.log(Level.WARNING, "Erasures that are due could not be read", e);
    }
    return done;
  }

  private boolean one(long person) {
    try {
      return due.execute(person);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An erasure that is due could not be carried out", e);
      return false;
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
