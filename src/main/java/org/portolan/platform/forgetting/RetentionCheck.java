package org.portolan.platform.forgetting;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.retention.RetentionRule;

/** Refuses, before anything begins, periods that nobody can have meant. */
@ApplicationScoped
class RetentionCheck {
  private static final Logger LOG = Logger.getLogger(RetentionCheck.class.getName());

  @Inject @Any private Instance<RetentionRule> rules;
  @Inject private RetentionPeriods periods;

  void check(@Observes @Initialized(ApplicationScoped.class) @Priority(2) Object start) {
    periods
        .refusal(rules.stream().toList())
        .ifPresent(
            refusal -> {
              LOG.log(Level.SEVERE, "Portolan cannot start. {0}", refusal);
              throw new IllegalStateException(refusal);
            });
  }
}
