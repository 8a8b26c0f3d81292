package org.portolan.platform.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** One folder per index and a file that names the current one. */
final class GenerationsOnDisk implements Generations {
  private static final Logger LOG = Logger.getLogger(GenerationsOnDisk.class.getName());
  private static final String CURRENT = "current";
  private static final String PREFIX = "g";

  private final Path base;

  /** The highest number of this process: a folder deleted under it still has its lock held. */
  private long last;

  GenerationsOnDisk(Path base) {
    this.base = base;
  }

  @Override
  public Optional<String> current() throws IOException {
    Path file = base.resolve(CURRENT);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String name = Files.readString(file).strip();
    return number(name) >= 0 && present(name) ? Optional.of(name) : Optional.empty();
  }

  @Override
  public synchronized Directory open(String name) throws IOException {
    last = Math.max(last, number(name));
    return FSDirectory.open(base.resolve(name));
  }

  @Override
  public synchronized String fresh() throws IOException {
    Files.createDirectories(base);
    last = Math.max(last, names().stream().mapToLong(GenerationsOnDisk::number).max().orElse(0));
    String name = PREFIX + ++last;
    Files.createDirectory(base.resolve(name));
    return name;
  }

  @Override
  public void publish(String name) throws IOException {
    Path written = base.resolve(CURRENT + ".new");
    Files.writeString(written, name + "\n");
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Files.move(
          written,
          base.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, base.resolve(CURRENT), StandardCopyOption.REPLACE_EXISTING);
    }
    for (String other : names()) {
      if (!other.equals(name)) {
        drop(base.resolve(other));
      }
    }
  }

  @Override
  public void drop(String name) {
    drop(base.resolve(name));
  }

  private boolean present(String name) {
    try (Stream<Path> files = Files.list(base.resolve(name))) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(base)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> number(name) >= 0)
          .toList();
    }
  }

  private static long number(String name) {
    if (!name.startsWith(PREFIX)) {
      return -1;
    }
    try {
      return Long.parseLong(name.substring(PREFIX.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * What cannot be deleted now (a reader still open, on Windows) is tried again after the next
   * rebuild.
   */
  private static void drop(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.log(Level.FINE, "An old index stays for now: {0}", e.toString());
    }
  }
}
