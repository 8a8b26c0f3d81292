package org.portolan.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;

/** Files that no record uses: never taken into one, or left by it. */
@ApplicationScoped
class UnusedFiles implements RetentionRule {
  private static final int ASKED_AT_ONCE = 500;

  @Inject private FileStore store;
  @Inject private FileRows rows;

  @Override
  public String kind() {
    return "unused-files";
  }

  @Override
  public Period usual() {
    return Period.ofDays(1);
  }

  /** A form that was sent may not have been taken yet. */
  @Override
  public Period least() {
    return Period.ofDays(1);
  }

  @Override
  public int batch() {
    return 50;
  }

  @Override
  public int forget(Instant before, int most) {
    List<String> unused = rows.unused(before, most);
    unused.forEach(hash -> rows.remove(hash, before, store.folder()));
    try {
      for (Path left : store.folder().leftBehind(before)) {
        Files.deleteIfExists(left);
      }
      return unused.size() + forgetUnknown(before, most - unused.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a node that died had put into its place and never told the database of. */
  private int forgetUnknown(Instant before, int most) throws IOException {
    List<String> placed = store.folder().placed(before);
    int gone = 0;
    for (int from = 0; from < placed.size() && gone < most; from += ASKED_AT_ONCE) {
      List<String> some = placed.subList(from, Math.min(placed.size(), from + ASKED_AT_ONCE));
      for (String hash : rows.unknown(some).stream().limit(most - gone).toList()) {
        gone += rows.removeUnknown(hash, store.folder()) ? 1 : 0;
      }
    }
    return gone;
  }
}
