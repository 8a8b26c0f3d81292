package org.portolan.knowledge;

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

/** Looks every hour, on one node at a time, whether editors are to be reminded of practices. */
@ApplicationScoped
class ReviewRemindersTurn {
  private static final Logger LOG = Logger.getLogger(ReviewRemindersTurn.class.getName());
  private static final String LOCK = "practice-reminders";
  private static final int EVERY_MINUTES = 60;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private ReviewReminders reminders;

  private Future<?> turns;

  void start(@Observes @Priority(936) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void look() {
    try (NamedLock lock = NamedLock.take(database, LOCK, Duration.ZERO).orElse(null)) {
      if (lock != null) {
        reminders.remind();
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same practices
      LOG.log(Level.WARNING, "Editors could not be reminded of practices", e);
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
