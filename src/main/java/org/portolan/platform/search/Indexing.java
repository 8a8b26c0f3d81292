package org.portolan.platform.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.search.ChangeLog.Behind;
import org.portolan.platform.search.IndexTailer.Progress;
import org.portolan.platform.storage.ContentLibrary;

/**
 * The life of this node's index: opened in the data directory, kept up from the moment the schema
 * and its content are there, let go when the application stops.
 */
@ApplicationScoped
class Indexing {
  private static final Logger LOG = Logger.getLogger(Indexing.class.getName());

  /** A node that was away for longer builds its index anew, which costs seconds. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final long PRUNE_EVERY_HOURS = 6;
  private static final long TELL_EVERY_SECONDS = 1;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Installation installation;
  @Inject private ContentLibrary content;
  @Inject private Clock clock;
  @Inject @Any private Instance<SearchSource> sources;

  private SearchIndex index;
  private ChangeLog log;
  private volatile IndexTailer tailer;
  private Future<?> pruning;
  private Future<?> telling;
  private long told;

  @PostConstruct
  void open() {
    index =
        SearchIndex.open(
            installation.data().resolve("index"),
            content.digest() + (installation.demo() ? "+demo" : ""));
    log = new ChangeLog(database);
  }

  @Produces
  @Singleton
  SearchIndex index() {
    return index;
  }

  void start(@Observes @Priority(900) SchemaReady ready) {
    tailer = new IndexTailer(index, log, sources.stream().toList());
    tailer.start(work -> threads.newThread(work).start());
    pruning = scheduler.scheduleWithFixedDelay(this::prune, 1, PRUNE_EVERY_HOURS, TimeUnit.HOURS);
    telling =
        scheduler.scheduleWithFixedDelay(
            this::tell, TELL_EVERY_SECONDS, TELL_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Says how far an index is that is being built, and once when it serves. */
  private void tell() {
    Optional<Progress> progress = tailer.progress();
    long built = tailer.built();
    if (progress.isEmpty() && built == told) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      BuildingTable table = new BuildingTable(connection);
      if (progress.isPresent()) {
        table.tell(log.rebuilds(), progress.get(), false);
      } else {
        int items = index.documents();
        table.tell(index.rebuild(), new Progress(items, items), true);
        told = built;
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.FINE, "How far the search index is could not be told", e);
    }
  }

  /** How far this node's index is behind the database. */
  Behind behind() throws SQLException {
    return log.behind(index.position());
  }

  /** How far an index is that is being built. */
  Optional<Progress> progress() {
    IndexTailer running = tailer;
    return running == null ? Optional.empty() : running.progress();
  }

  /** How many indexes this node has built since it started. */
  long built() {
    IndexTailer running = tailer;
    return running == null ? 0 : running.built();
  }

  /** Something was committed that the index does not have yet. */
  void wake() {
    IndexTailer running = tailer;
    if (running != null) {
      running.wake();
    }
  }

  /** Why the index does not follow the database; empty while it does. */
  Optional<String> trouble() {
    IndexTailer running = tailer;
    return running == null ? Optional.empty() : running.trouble();
  }

  private void prune() {
    try {
      log.prune(clock.instant().minus(KEPT));
      try (Connection connection = database.getConnection()) {
        new BuildingTable(connection).prune();
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "Old changes could not be forgotten", e);
    }
  }

  @PreDestroy
  void stop() {
    if (pruning != null) {
      pruning.cancel(true);
    }
    if (telling != null) {
      telling.cancel(true);
    }
    if (tailer != null) {
      tailer.stop();
    }
    index.close();
  }
}
