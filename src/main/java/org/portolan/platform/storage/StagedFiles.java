package org.portolan.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.portolan.platform.config.Installation;

/**
 * Files that somebody sent to be looked through before anything of them is taken, beside those that
 * are kept. Whoever owns the record of one drops it with that.
 */
@ApplicationScoped
public class StagedFiles {
  private static final String NAME = "[0-9a-f]{32}";

  private final SecureRandom random = new SecureRandom();

  @Inject private Installation installation;

  /** What writes the content of a file. */
  @FunctionalInterface
  public interface Filling<E extends Exception> {
    void into(OutputStream out) throws IOException, E;
  }

  /** Writes a file that is on the disk, whole, when this returns. Gives its name. */
  public <E extends Exception> String put(Filling<E> filling) throws IOException, E {
    FileFolder.folder(folder());
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String name = HexFormat.of().formatHex(bytes);
    boolean whole = false;
    try (FileChannel channel =
        FileChannel.open(path(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      filling.into(Channels.newOutputStream(channel));
      channel.force(true);
      whole = true;
      return name;
    } finally {
      if (!whole) {
        drop(name);
      }
    }
  }

  /** Where it lies; it is only read there. */
  public Path path(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("no name of a staged file");
    }
    return folder().resolve(name);
  }

  public void drop(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops what was left behind by nodes that died before anybody knew of it. */
  public void dropOlder(Instant before) {
    if (!Files.isDirectory(folder())) {
      return;
    }
    try (Stream<Path> all = Files.list(folder())) {
      List<Path> old =
          all.filter(each -> each.toFile().lastModified() < before.toEpochMilli()).toList();
      for (Path each : old) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return installation.files().resolve("staged");
  }
}
