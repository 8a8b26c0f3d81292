package org.portolan.platform.forgetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** How long records are kept, and what was forgotten of them, for the Secretariat. */
@ApplicationScoped
public class RetentionDesk {
  @Inject @Any private Instance<RetentionRule> rules;
  @Inject private RetentionPeriods periods;
  @Inject private RetentionRuns runs;
  @Inject private CurrentPerson me;

  /** All kinds by their names, in one statement. */
  @Transactional
  public List<KeptKind> list() {
    me.requireRole(Role.SECRETARIAT, Scope.PLATFORM);
    Map<String, RetentionRun> last = runs.byKind();
    return rules.stream()
        .sorted(Comparator.comparing(RetentionRule::kind))
        .map(rule -> line(rule, last.get(rule.kind())))
        .toList();
  }

  private KeptKind line(RetentionRule rule, RetentionRun run) {
    return new KeptKind(
        rule.kind(),
        periods.of(rule),
        periods.given(rule),
        rule.least(),
        run == null ? null : run.beganAt(),
        run == null ? 0 : run.forgotten(),
        run != null && run.failed());
  }
}
