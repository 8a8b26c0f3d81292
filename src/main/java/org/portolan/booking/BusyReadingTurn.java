package org.portolan.booking;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.NamedLock;
import org.portolan.platform.persistence.SchemaReady;

/** Looks, on one node at a time, which addresses are to be read. */
@ApplicationScoped
class BusyReadingTurn {
  private static final Logger LOG = Logger.getLogger(BusyReadingTurn.class.getName());
  private static final String LOCK = "busy-addresses";
  private static final int EVERY_SECONDS = 30;
  private static final int MOST = 20;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private BusyReading reading;

  private Future<?> turns;

  void start(@Observes @Priority(945) SchemaReady ready) {
    if (reading.minutes() > 0) {
      turns =
          scheduler.scheduleWithFixedDelay(
              this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  void look() {
    try (NamedLock lock = NamedLock.take(database, LOCK, Duration.ZERO).orElse(null)) {
      if (lock != null) {
        long began = System.nanoTime();
        for (BusyAddressRows.Due due : reading.due(MOST)) {
          // the others come with the next turn
          if (System.nanoTime() - began > LONGEST_NANOS) {
            return;
          }
          reading.read(due);
        }
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same addresses
      LOG.log(Level.WARNING, "Addresses of busy times could not be read", e);
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
