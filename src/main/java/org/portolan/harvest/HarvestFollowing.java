package org.portolan.harvest;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.search.ChangeFeed;
import org.portolan.platform.search.ChangeLog;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.storage.ContentLibrary;

/**
 * Keeps the records up with the database: follows the numbered changes, one node at a time, and
 * looks at everything where changes are no longer there or where the release laid down other
 * content, which leaves none.
 */
@ApplicationScoped
class HarvestFollowing {
  private static final Logger LOG = Logger.getLogger(HarvestFollowing.class.getName());
  private static final int BATCH = 200;
  private static final int CHANGES = 500;
  private static final int FIRST_SECONDS = 10;
  private static final int EVERY_SECONDS = 5;

  /** What teaches something, and stays. */
  private static final List<String> KINDS = List.of("practice", "course", "collection");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Installation installation;
  @Inject private ContentLibrary content;
  @Inject private Clock clock;
  @Inject @Any private Instance<SearchSource> sources;

  private Future<?> following;
  private String laidDown;

  void start(@Observes @Priority(935) SchemaReady ready) {
    // everything is looked at again too where this release says more of the same items
    laidDown =
        content.digest()
            + (installation.demo() ? "+demo" : "")
            + "+"
            + Fingerprint.LAYOUT
            + KINDS.size();
    following =
        scheduler.scheduleWithFixedDelay(
            this::turn, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (following != null) {
      following.cancel(true);
    }
  }

  private void turn() {
    try {
      follow();
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same changes
      LOG.log(Level.WARNING, "The records for other libraries do not follow for now", e);
    }
  }

  /** Brings the records up to what is numbered now, unless another node is at it. */
  void follow() throws SQLException {
    boolean more = true;
    while (more) {
      try (Connection connection = database.getConnection()) {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
          more = follow(connection);
          connection.commit();
        } catch (SQLException | RuntimeException e) {
          connection.rollback();
          throw e;
        } finally {
          connection.setAutoCommit(auto);
        }
      }
    }
  }

  private boolean follow(Connection connection) throws SQLException {
    Optional<HarvestLedger.Head> held = HarvestLedger.head(connection);
    if (held.isEmpty()) {
      return false;
    }
    HarvestLedger.Head head = held.get();
    ChangeFeed log = new ChangeLog(database);
    if (!head.content().equals(laidDown) || lost(head.position(), log)) {
      everything(connection, head, log.head());
      return true;
    }
    List<ChangeFeed.Change> changes = log.since(head.position(), CHANGES);
    if (changes.isEmpty()) {
      return false;
    }
    HarvestLedger ledger = HarvestLedger.after(head, connection);
    Map<String, Set<Long>> byKind = new LinkedHashMap<>();
    changes.forEach(
        change ->
            byKind.computeIfAbsent(change.kind(), k -> new LinkedHashSet<>()).add(change.id()));
    for (SearchSource source : gathered()) {
      take(ledger, source, byKind.getOrDefault(source.kind(), Set.of()));
    }
    ledger.reached(changes.get(changes.size() - 1).seq(), laidDown, clock.instant());
    return changes.size() == CHANGES;
  }

  private void everything(Connection connection, HarvestLedger.Head head, long position)
      throws SQLException {
    HarvestLedger ledger = HarvestLedger.after(head, connection);
    for (SearchSource source : gathered()) {
      Set<Long> ids = new LinkedHashSet<>(source.ids());
      ids.addAll(ledger.present(source.kind()));
      take(ledger, source, ids);
    }
    ledger.reached(position, laidDown, clock.instant());
  }

  private static void take(HarvestLedger ledger, SearchSource source, Collection<Long> ids)
      throws SQLException {
    List<Long> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + BATCH));
      List<SearchDocument> open =
          source.find(some).stream().filter(HarvestFollowing::open).toList();
      ledger.take(source.kind(), some, open);
    }
  }

  /** Nothing is given away that is not for everybody. */
  static boolean open(SearchDocument item) {
    return item.visibility().contains(SearchDocument.PUBLIC);
  }

  private List<SearchSource> gathered() {
    return sources.stream().filter(source -> KINDS.contains(source.kind())).toList();
  }

  private static boolean lost(long position, ChangeFeed log) throws SQLException {
    long last = log.head();
    if (position == last) {
      return false;
    }
    OptionalLong oldest = log.oldest();
    return position > last || oldest.isEmpty() || oldest.getAsLong() > position + 1;
  }
}
