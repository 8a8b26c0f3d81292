package org.portolan.platform.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.portolan.platform.storage.DurableFile;

/**
 * The head of the chain outside the database: whoever cuts the end off in the database does not cut
 * it off here. Nodes may share the file or have one each.
 */
record HeadFile(Path path, AuditKey key) {

  static HeadFile in(Path files, AuditKey key) {
    return new HeadFile(files.resolve("audit").resolve("head"), key);
  }

  /** What the file says; nothing where there is none. */
  Optional<Found> read() throws IOException {
    try {
      return Optional.of(
          new Found(
              Head.parse(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1), key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whole or not at all, and on the disk when it returns. */
  void write(Head head) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path part = path.resolveSibling("head.new");
    DurableFile.write(
        part,
        head.text(key).getBytes(StandardCharsets.US_ASCII),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    DurableFile.move(part, path);
  }

  /**
   * A file that is there.
   *
   * @param head empty when the application did not write what stands in it
   */
  record Found(Optional<Head> head) {}
}
