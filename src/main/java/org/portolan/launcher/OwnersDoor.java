package org.portolan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A socket in the data folder through which a command, run beside a node by the same user, learns
 * the way to the embedded database. Its password is made anew at each start and stands in no file.
 * The folder of the socket is open to its owner alone.
 */
final class OwnersDoor implements AutoCloseable {
  private final ServerSocketChannel door;
  private final Path path;

  private OwnersDoor(ServerSocketChannel door, Path path) {
    this.door = door;
    this.path = path;
  }

  /**
   * @throws IOException where the system has no such sockets, or the path is too long for one
   */
  static OwnersDoor open(Path data, DatabaseAccess access) throws IOException {
    Path path = path(data);
    Path folder = path.getParent();
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    // one that a killed node left behind; the lock on the data folder says that there is no other
    Files.deleteIfExists(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
    OwnersDoor door = new OwnersDoor(channel, path);
    Thread answering = new Thread(() -> door.answer(access), "portolan-door");
    answering.setDaemon(true);
    answering.start();
    return door;
  }

  private static Path path(Path data) {
    return data.resolve("door").resolve("socket");
  }

  private void answer(DatabaseAccess access) {
    byte[] text = access.text().getBytes(StandardCharsets.UTF_8);
    while (true) {
      try (SocketChannel caller = door.accept()) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
          caller.write(bytes);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // this caller went away; the next one is answered
        continue;
      }
    }
  }

  /** What the node that owns a data folder answers. */
  static DatabaseAccess ask(Path data) throws IOException {
    UnixDomainSocketAddress address;
    try {
      address = UnixDomainSocketAddress.of(path(data));
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
    try (SocketChannel door = SocketChannel.open(address)) {
      return DatabaseAccess.parse(
          new String(Channels.newInputStream(door).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
