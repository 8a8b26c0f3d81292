package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;

/** Imports with their files and rows, in which is said much of people. */
abstract class OldImports implements RetentionRule {
  private final String kind;
  private final Period usual;
  private final boolean applied;

  @Inject private ImportStore store;

  private OldImports(String kind, Period usual, boolean applied) {
    this.kind = kind;
    this.usual = usual;
    this.applied = applied;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Period usual() {
    return usual;
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
    List<Long> old = store.old(applied, before, most);
    old.forEach(store::remove);
    return old.size();
  }

  /** Those that were applied, with what they could be undone by. */
  @ApplicationScoped
  static class Applied extends OldImports {
    Applied() {
      super("imports", Period.ofDays(30), true);
    }
  }

  /** Files that were not applied, counted from the last that was done with them. */
  @ApplicationScoped
  static class Unapplied extends OldImports {
    Unapplied() {
      super("uploads", Period.ofDays(1), false);
    }
  }
}
