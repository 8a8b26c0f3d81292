package org.portolan.enrolment;

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
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.calendar.SessionCancelled;
import org.portolan.calendar.SessionChanged;
import org.portolan.calendar.SessionRestored;
import org.portolan.platform.persistence.SchemaReady;

/**
 * Does what time brings to the books of sessions, where nobody opens them: offers end, seats that
 * were held are there for all, others move up, approvers are reminded. Where a centre changes a
 * session, its book follows at once.
 */
@ApplicationScoped
class SeatKeeping {
  private static final Logger LOG = Logger.getLogger(SeatKeeping.class.getName());
  private static final int EVERY_SECONDS = 20;
  private static final int AT_ONCE = 200;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Enrolments enrolments;
  @Inject private ApprovalNudges nudges;

  private Future<?> keeping;

  void start(@Observes @Priority(930) SchemaReady ready) {
    keeping =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void changed(@Observes SessionChanged event) {
    enrolments.settleKept(event.sessionId());
  }

  void cancelled(@Observes SessionCancelled event) {
    enrolments.settleKept(event.sessionId());
  }

  void restored(@Observes SessionRestored event) {
    enrolments.settleKept(event.sessionId());
  }

  private void look() {
    each(enrolments::listDue, enrolments::settle);
    each(nudges::listDue, nudges::nudge);
  }

  private static void each(IntFunction<List<Long>> list, LongConsumer deed) {
    List<Long> due;
    try {
      due = list.apply(AT_ONCE);
    } catch (RuntimeException e) {
      // the database is away; the next look tells
      LOG.log(Level.FINE, "cannot see what time has brought to the seats", e);
      return;
    }
    for (long session : due) {
      try {
        deed.accept(session);
      } catch (RuntimeException e) {
        // another one held it, or it cannot be read; the others are not kept waiting
        LOG.log(Level.WARNING, "The seats of session " + session + " could not be settled", e);
      }
    }
  }

  @PreDestroy
  void stop() {
    if (keeping != null) {
      keeping.cancel(true);
    }
  }
}
