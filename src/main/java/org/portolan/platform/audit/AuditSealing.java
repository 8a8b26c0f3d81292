package org.portolan.platform.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;

/**
 * The life of the worker that seals: begun when the schema is there, woken after each commit that
 * added an entry, ended with the application.
 */
@ApplicationScoped
class AuditSealing {
  private static final Logger LOG = Logger.getLogger(AuditSealing.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Many commits in quick succession are sealed together. */
  private static final Duration GATHERING = Duration.ofMillis(200);

  /** One failure may be a lock or a restart of the database; after these it is trouble. */
  private static final int TROUBLE = 3;

  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;
  @Inject private Installation installation;
  @Inject private AuditKeyring keyring;
  @Inject private HeadFileBegun begun;
  @Inject private Clock clock;

  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Sealing sealing;
  private volatile boolean stopping;
  private final AtomicInteger failedTurns = new AtomicInteger();
  private String lastFailure = "";

  void start(@Observes @Priority(890) SchemaReady ready) {
    if (keyring.trouble().isPresent()) {
      return;
    }
    AuditKey key = keyring.require();
    sealing =
        new Sealing(
            database,
            new Chain(database, key),
            HeadFile.in(installation.files(), key),
            clock,
            begun::write);
    threads.newThread(this::run).start();
  }

  /** Something was committed that is not sealed yet. */
  void wake() {
    wake.release();
  }

  Optional<String> warning() {
    Sealing running = sealing;
    if (running == null || stopping) {
      return Optional.empty();
    }
    if (ended.getCount() == 0) {
      return Optional.of("nothing seals the audit trail any more; the log says why");
    }
    return failedTurns.get() < TROUBLE
        ? running.warning()
        : Optional.of("the audit trail cannot be sealed; the log says why");
  }

  private void run() {
    try {
      Duration wait = IDLE;
      while (!stopping) {
        wait = turn(wait);
        if (wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
          TimeUnit.MILLISECONDS.sleep(GATHERING.toMillis());
          wake.drainPermits();
        }
      }
      // what was done while the application was taken down is sealed as well
      turn(IDLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private Duration turn(Duration before) {
    try {
      sealing.turn();
      failedTurns.set(0);
      lastFailure = "";
      return IDLE;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      // an error too: a thread that ends would leave the trail unsealed for good, and unseen
      failedTurns.incrementAndGet();
      if (!stopping) {
        Level level = e.toString().equals(lastFailure) ? Level.FINE : Level.WARNING;
        lastFailure = e.toString();
        LOG.log(level, "The audit trail cannot be sealed for now", e);
      }
      Duration longer = before.multipliedBy(2);
      return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    wake();
    if (sealing != null) {
      try {
        ended.await(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
