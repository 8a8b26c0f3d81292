package org.portolan.platform.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes that are on the disk, whole, when they return. */
public final class DurableFile {
  private DurableFile() {}

  public static void write(Path file, byte[] content, OpenOption... options) throws IOException {
    try (FileChannel channel = FileChannel.open(file, options)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Puts a file in the place of another at once: a reader sees the one or the other. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    entries(to.toAbsolutePath().getParent());
  }

  /** Has the names that stand in a folder on the disk. */
  static void entries(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // some systems cannot open a folder; they write its entries by themselves
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
