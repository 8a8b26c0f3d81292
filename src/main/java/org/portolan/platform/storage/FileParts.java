package org.portolan.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Files that come in pieces, beside those that are kept. Whoever owns the record of one says how
 * much of it counts; what was written after that, by a node that died, is written over.
 */
@ApplicationScoped
public class FileParts {
  private static final String NAME = "[0-9a-f]{32}";

  @Inject private FileStore files;

  /** Writes a piece to the disk, at its place. */
  public void write(String name, long from, byte[] piece) {
    try (FileChannel out =
        FileChannel.open(place(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (out.size() < from) {
        throw new IOException("what came of a file before is gone: " + name);
      }
      ByteBuffer bytes = ByteBuffer.wrap(piece);
      long at = from;
      while (bytes.hasRemaining()) {
        at += out.write(bytes, at);
      }
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what has come as a file, if it keeps to the rules. */
  @Transactional(Transactional.TxType.NEVER)
  public StoredFile keep(String name, FileRules rules) throws RefusedFile {
    try (InputStream in = Files.newInputStream(place(name))) {
      return files.keep(in, rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much of it is there. */
  public long length(String name) {
    try {
      Path place = place(name);
      return Files.isRegularFile(place) ? Files.size(place) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void drop(String name) {
    try {
      Files.deleteIfExists(place(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String name) throws IOException {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("no name of a file in pieces");
    }
    return files.folder().incoming().resolve("parts-" + name);
  }
}
