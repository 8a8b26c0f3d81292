package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.storage.StagedFiles;

/** Packs that nobody is through with. What was taken from them stays. */
@ApplicationScoped
class OldPacks implements RetentionRule {
  @Inject private PackImportRepository packs;
  @Inject private StagedFiles staged;

  @Override
  public String kind() {
    return "packs";
  }

  @Override
  public Period usual() {
    return Period.ofDays(7);
  }

  @Override
  public Period least() {
    return Period.ofDays(1);
  }

  @Override
  public int forget(Instant before, int most) {
    List<PackImport> old = packs.begunBefore(before, most);
    old.forEach(
        pack -> {
          staged.drop(pack.staged());
          packs.remove(pack);
        });
    staged.dropOlder(before);
    return old.size();
  }
}
