package org.portolan.finding.asked;

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
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SignedIn;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Counts searches in memory and writes the sums every few seconds, so that nobody who searches
 * waits. What a node that is killed has not written is lost: these are counts to learn from, and no
 * rule asks them anything.
 */
@ApplicationScoped
public class AskedTally {
  private static final Logger LOG = Logger.getLogger(AskedTally.class.getName());
  private static final int EVERY_SECONDS = 5;

  /** Different ones between two turns; a flood of made-up words takes no more memory than this. */
  private static final int MOST = 5000;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private AskedWriting writing;
  @Inject private CurrentPerson me;
  @Inject private Directory directory;
  @Inject private Clock clock;

  private Map<Question, Count> pending = new TreeMap<>();
  private Future<?> turns;

  void start(@Observes @Priority(940) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Somebody searched for these words, not narrowed in any way, and found so many items. */
  public void searched(String typed, Language language, long found) {
    add(typed, language, new Count(1, found == 0 ? 1 : 0, 0));
  }

  /** Somebody opened an item from what these words had found. */
  public void opened(String typed, Language language) {
    add(typed, language, new Count(0, 0, 1));
  }

  private void add(String typed, Language language, Count more) {
    String words = AskedWords.of(typed).orElse(null);
    if (words == null) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Question question = new Question(words, today, language.code(), region());
    synchronized (this) {
      if (pending.size() < MOST || pending.containsKey(question)) {
        pending.merge(question, more, Count::plus);
      }
    }
  }

  /** Of the administration of whoever asks; empty where there is none. */
  private String region() {
    if (!me.isSignedIn()) {
      return "";
    }
    SignedIn person = me.require();
    return person.memberCode() == null
        ? ""
        : directory.findMember(person.memberCode()).map(MemberSummary::regionCode).orElse("");
  }

  /** Writes what was counted since the last time. */
  void write() {
    Map<Question, Count> counted = taken();
    if (counted.isEmpty()) {
      return;
    }
    try {
      writing.add(counted);
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn tries again
      LOG.log(Level.WARNING, "What was searched for cannot be counted for now", e);
      giveBack(counted);
    }
  }

  private synchronized Map<Question, Count> taken() {
    Map<Question, Count> counted = pending;
    pending = new TreeMap<>();
    return counted;
  }

  private synchronized void giveBack(Map<Question, Count> counted) {
    counted.forEach(
        (question, count) -> {
          if (pending.size() < MOST || pending.containsKey(question)) {
            pending.merge(question, count, Count::plus);
          }
        });
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(false);
    }
    write();
  }
}
