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
    try {
      for (Path left : store.folder().leftBehind(before)) {
        Files.deleteIfExists(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> unused = rows.unused(before, most);
    unused.forEach(hash -> rows.remove(hash, before, store.folder()));
    return unused.size();
  }
}
