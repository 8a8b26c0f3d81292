package org.portolan.platform.forgetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.retention.RetentionRule;

/** The steps of a run, each in a transaction of its own: nobody waits long for a lock of it. */
@ApplicationScoped
class RetentionRuns {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  Map<String, RetentionRun> byKind() {
    return entities
        .createQuery("select r from RetentionRun r", RetentionRun.class)
        .getResultStream()
        .collect(Collectors.toMap(RetentionRun::kind, Function.identity()));
  }

  /** Whether there is something to do: this kind was not looked at within the last day. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean begin(String kind, Instant now) {
    RetentionRun run = entities.find(RetentionRun.class, kind, LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      run = new RetentionRun(kind);
      run.begin(now);
      entities.persist(run);
      return true;
    }
    if (!run.dueAt(now)) {
      return false;
    }
    run.begin(now);
    return true;
  }

  @Transactional(TxType.REQUIRES_NEW)
  int forget(RetentionRule rule, Instant before, int most) {
    int forgotten = rule.forget(before, most);
    get(rule.kind()).count(forgotten);
    return forgotten;
  }

  /** What was forgotten of a kind is told once, however many batches it took. */
  @Transactional(TxType.REQUIRES_NEW)
  int end(String kind, Instant now, boolean failed) {
    RetentionRun run = get(kind);
    Instant ended = clock.instant();
    run.end(ended.isBefore(now) ? now : ended, failed);
    if (run.forgotten() > 0) {
      audit
          .entry("retention.enforced", "retention", kind)
          .change("forgotten", null, run.forgotten())
          .write();
    }
    return run.forgotten();
  }

  private RetentionRun get(String kind) {
    return entities.find(RetentionRun.class, kind, LockModeType.PESSIMISTIC_WRITE);
  }
}
