package org.portolan.platform.forgetting;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.NamedLock;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.retention.RetentionRule;

/**
 * Looks every hour, on one node at a time, whether a day has passed since each kind of record was
 * looked through. Nodes that start often or die on the way forget as much as others.
 */
@ApplicationScoped
class RetentionTurn {
  private static final Logger LOG = Logger.getLogger(RetentionTurn.class.getName());
  private static final String LOCK = "retention";
  private static final long FIRST_MINUTES = 10;
  private static final long EVERY_MINUTES = 60;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject @Any private Instance<RetentionRule> rules;
  @Inject private Forgetting forgetting;
  @Inject private Clock clock;

  private Future<?> turns;

  void start(@Observes @Priority(920) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(this::run, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void run() {
    try (NamedLock lock = NamedLock.take(database, LOCK, Duration.ZERO).orElse(null)) {
      if (lock != null) {
        forgetting.run(rules.stream().toList(), clock.instant());
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "What is kept too long could not be forgotten", e);
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
