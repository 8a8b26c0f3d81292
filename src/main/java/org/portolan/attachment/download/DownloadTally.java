package org.portolan.attachment.download;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.persistence.SchemaReady;

/**
 * Counts in memory what is taken and writes the sums every few seconds, so that nobody who takes
 * something waits or is refused because of a count. What a node that is killed has not written is
 * lost.
 */
@ApplicationScoped
public class DownloadTally {
  private static final Logger LOG = Logger.getLogger(DownloadTally.class.getName());
  private static final int EVERY_SECONDS = 5;

  /** Different ones between two turns; while the database is away, no more are remembered. */
  private static final int MOST = 20_000;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private DownloadRepository repository;
  @Inject private Clock clock;

  private Map<Taking, Integer> pending = new TreeMap<>();
  private Future<?> turns;

  void start(@Observes @Priority(941) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Somebody took a file of a practice. */
  public void fileTaken(long practice, long attachment, String language) {
    add(practice, attachment, language);
  }

  void paperTaken(long practice, String language) {
    add(practice, Taking.PAPER, language);
  }

  private void add(long practice, long attachment, String language) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    merge(new Taking(practice, attachment, today, language), 1);
  }

  private synchronized void merge(Taking taking, int times) {
    if (pending.size() < MOST || pending.containsKey(taking)) {
      pending.merge(taking, times, Integer::sum);
    }
  }

  /** Writes what was counted since the last time. */
  void write() {
    Map<Taking, Integer> counted = taken();
    if (counted.isEmpty()) {
      return;
    }
    try {
      repository.add(counted);
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn tries again
      LOG.log(Level.WARNING, "What was taken cannot be counted for now", e);
      counted.forEach(this::merge);
    }
  }

  private synchronized Map<Taking, Integer> taken() {
    Map<Taking, Integer> counted = pending;
    pending = new TreeMap<>();
    return counted;
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(false);
    }
    write();
  }
}
