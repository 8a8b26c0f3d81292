package org.portolan.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files on the disk, each under the hash of its content. What comes in is written beside and put in
 * its place at once, so a place holds a whole file or none.
 */
final class FileFolder {
  private static final String HASH = "[0-9a-f]{64}";

  private final Path content;
  private final Path incoming;

  FileFolder(Path files) {
    content = files.resolve("content");
    incoming = files.resolve("incoming");
  }

  /** A file that came in and is nowhere yet. */
  record Incoming(Path path, String hash, long size) {}

  /**
   * Writes what comes, to the disk, and up to one byte more than the most.
   *
   * @param most bytes
   */
  Incoming receive(InputStream in, long most) throws IOException {
    Path path = Files.createTempFile(incoming(), "", "");
    boolean whole = false;
    try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[64 * 1024];
      long size = 0;
      int read = in.read(piece);
      while (read >= 0 && size <= most) {
        digest.update(piece, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, read);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        size += read;
        read = in.read(piece);
      }
      out.force(true);
      whole = true;
      return new Incoming(path, HexFormat.of().formatHex(digest.digest()), size);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    } finally {
      if (!whole) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Where files lie that have not come whole; it is there. */
  Path incoming() throws IOException {
    folder(incoming);
    return incoming;
  }

  /** Gives it its place, where the same content may be already. */
  void place(Incoming file) throws IOException {
    Path place = place(file.hash());
    if (Files.isRegularFile(place) && Files.size(place) == file.size()) {
      Files.deleteIfExists(file.path());
      return;
    }
    folder(place.getParent());
    DurableFile.move(file.path(), place);
  }

  void drop(Incoming file) throws IOException {
    Files.deleteIfExists(file.path());
  }

  /** Where it lies, for whoever needs it as a file; it is only read there. */
  Path path(String hash) {
    return place(hash);
  }

  InputStream open(String hash) throws IOException {
    return Files.newInputStream(place(hash));
  }

  /** Below nought where there is none. */
  long size(String hash) throws IOException {
    Path place = place(hash);
    return Files.isRegularFile(place) ? Files.size(place) : -1;
  }

  void remove(String hash) throws IOException {
    Files.deleteIfExists(place(hash));
  }

  /** What was left behind by nodes that died with a file in their hands. */
  List<Path> leftBehind(Instant before) throws IOException {
    if (!Files.isDirectory(incoming)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(incoming)) {
      return all.filter(each -> each.toFile().lastModified() < before.toEpochMilli()).toList();
    }
  }

  /** Hashes of what got its place before. */
  List<String> placed(Instant before) throws IOException {
    if (!Files.isDirectory(content)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(content, 2)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> each.toFile().lastModified() < before.toEpochMilli())
          .map(each -> each.getParent().getFileName() + "" + each.getFileName())
          .filter(hash -> hash.matches(HASH))
          .toList();
    }
  }

  private Path place(String hash) {
    if (!hash.matches(HASH)) {
      throw new IllegalArgumentException("no hash of a file");
    }
    return content.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
  }

  /** Its entry is on the disk too, as those of all folders above it. */
  static void folder(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    Path parent = wanted.toAbsolutePath().getParent();
    folder(parent);
    try {
      Files.createDirectory(wanted, ownerOnly());
    } catch (FileAlreadyExistsException e) {
      return; // another made it meanwhile
    }
    DurableFile.entries(parent);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
