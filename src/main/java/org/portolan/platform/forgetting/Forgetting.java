package org.portolan.platform.forgetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.retention.RetentionRule;

/** Forgets what is kept too long, kind by kind: one that cannot be forgotten keeps no other. */
@ApplicationScoped
class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());

  @Inject private RetentionPeriods periods;
  @Inject private RetentionRuns runs;

  /** How much of each kind was forgotten; kinds whose turn it was not are left out. */
  Map<String, Integer> run(Collection<RetentionRule> rules, Instant now) {
    Map<String, Integer> forgotten = new TreeMap<>();
    rules.stream()
        .sorted(Comparator.comparing(RetentionRule::kind))
        .filter(rule -> runs.begin(rule.kind(), now))
        .forEach(rule -> forgotten.put(rule.kind(), one(rule, now)));
    return forgotten;
  }

  private int one(RetentionRule rule, Instant now) {
    boolean failed = false;
    try {
      Optional<Instant> before = periods.of(rule).before(now);
      // a node that stops leaves the rest to the next run
      while (before.isPresent()
          && !Thread.currentThread().isInterrupted()
          && runs.forget(rule, before.get(), rule.batch()) == rule.batch()) {
        LOG.log(Level.FINE, "More to forget: {0}", rule.kind());
      }
    } catch (RuntimeException e) {
      failed = true;
      LOG.log(
          Level.WARNING, e, () -> "What is kept too long could not be forgotten: " + rule.kind());
    }
    int count = runs.end(rule.kind(), now, failed);
    LOG.log(
        count > 0 ? Level.INFO : Level.FINE,
        "Forgotten for their age: {0} of the kind {1}",
        new Object[] {count, rule.kind()});
    return count;
  }
}
