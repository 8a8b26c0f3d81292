package org.portolan.catalog;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Kept;
import org.portolan.platform.persistence.SchemaReady;

/**
 * The shelf of this node: read when it is first asked for, and again once a course was changed,
 * here at once and within two seconds where another node did it.
 */
@ApplicationScoped
class Shelves {
  private static final Logger LOG = Logger.getLogger(Shelves.class.getName());
  private static final int EVERY_SECONDS = 2;

  /** When sessions begin changes by the hour; the order that asks for it may lag so far behind. */
  private static final Duration STARTS_KEPT = Duration.ofSeconds(20);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private ShelfReading reading;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private Clock clock;

  private final Kept<Shelf> kept = new Kept<>(() -> reading.read());
  private final Kept<Long> revision = new Kept<>(() -> reading.revision());
  private volatile Starts starts = new Starts(Instant.MIN, Map.of());
  private Future<?> watching;
  private String known = "";

  private record Starts(Instant readAt, Map<Long, Instant> byCourse) {}

  /** Counts what was changed of courses anywhere. */
  long revision() {
    return revision.get();
  }

  private void forget() {
    kept.forget();
    revision.forget();
  }

  Shelf get() {
    return kept.get();
  }

  /** When the next session of each course begins. */
  Map<Long, Instant> starts() {
    Starts now = starts;
    if (now.readAt().isBefore(clock.instant().minus(STARTS_KEPT))) {
      now =
          new Starts(
              clock.instant(), sessions.isUnsatisfied() ? Map.of() : sessions.get().starts());
      starts = now;
    }
    return now.byCourse();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CatalogueChanged change) {
    forget();
  }

  void start(@Observes @Priority(925) SchemaReady ready) {
    forget();
    watching =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** The highest number tells of courses that were loaded in bulk. */
  private void look() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT revision, (SELECT MAX(id) FROM course WHERE state = 'published')"
                    + " FROM catalog_revision WHERE id = 1");
        ResultSet row = statement.executeQuery()) {
      String now = row.next() ? row.getLong(1) + " " + row.getLong(2) : "";
      if (!now.equals(known)) {
        known = now;
        forget();
      }
    } catch (SQLException | RuntimeException e) {
      // the database is away; the next look tells
      LOG.log(Level.FINE, "cannot see whether the catalogue changed", e);
    }
  }

  @PreDestroy
  void stop() {
    if (watching != null) {
      watching.cancel(true);
    }
  }
}
