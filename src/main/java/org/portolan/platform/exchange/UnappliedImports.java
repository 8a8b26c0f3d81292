package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;

/** Files that were uploaded and not applied, counted from the last that was done with them. */
@ApplicationScoped
class UnappliedImports implements RetentionRule {
  @Inject private ImportStore store;

  @Override
  public String kind() {
    return "uploads";
  }

  @Override
  public Period usual() {
    return Period.ofDays(1);
  }

  @Override
  public Period least() {
    return Period.ofDays(1);
  }

  /** Some ten thousand rows may hang on one. */
  @Override
  public int batch() {
    return 1;
  }

  @Override
  public int forget(Instant before, int most) {
    List<Long> old = store.old(false, before, most);
    old.forEach(store::remove);
    return old.size();
  }
}
