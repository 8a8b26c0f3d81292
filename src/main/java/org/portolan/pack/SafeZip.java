package org.portolan.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.portolan.pack.RefusedPack.Reason;
import org.portolan.platform.exchange.ZipDirectory;

/**
 * A zip that somebody sent. Nothing of it is ever written under a name that stands in it; all names
 * are looked at and all sizes counted before anything is unpacked, and what comes out is counted
 * again.
 */
final class SafeZip implements Closeable {
  private static final int LONGEST_NAME = 240;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

  /**
   * What a zip may have.
   *
   * @param entries at most
   * @param unpacked bytes of all of them together
   */
  record Limits(int entries, long unpacked) {}

  private SafeZip(ZipFile zip) {
    this.zip = zip;
  }

  static SafeZip open(Path file, Limits limits) throws RefusedPack, IOException {
    if (Files.size(file) == 0) {
      throw new RefusedPack(Reason.EMPTY);
    }
    requireDirectory(file, limits);
    ZipFile zip;
    try {
      zip = ZipFile.builder().setPath(file).get();
    } catch (IOException | RuntimeException e) {
      // whatever the reader stumbles over is no zip that a program wrote
      throw new RefusedPack(Reason.BROKEN);
    }
    SafeZip opened = new SafeZip(zip);
    boolean good = false;
    try {
      opened.look(limits);
      good = true;
    } catch (RuntimeException e) {
      throw new RefusedPack(Reason.BROKEN);
    } finally {
      if (!good) {
        opened.close();
      }
    }
    return opened;
  }

  private static void requireDirectory(Path file, Limits limits) throws RefusedPack, IOException {
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      OptionalLong length = ZipDirectory.length(in);
      if (length.isEmpty()) {
        throw new RefusedPack(Reason.BROKEN);
      }
      if (length.getAsLong() > (long) limits.entries() * ZipDirectory.LONGEST_ENTRY) {
        throw new RefusedPack(Reason.MANY, limits.entries());
      }
    }
  }

  private void look(Limits limits) throws RefusedPack {
    long unpacked = 0;
    int count = 0;
    Enumeration<ZipArchiveEntry> all = zip.getEntries();
    while (all.hasMoreElements()) {
      ZipArchiveEntry entry = all.nextElement();
      if (++count > limits.entries()) {
        throw new RefusedPack(Reason.MANY, limits.entries());
      }
      requireName(entry.getName());
      if (entry.isUnixSymlink()) {
        throw new RefusedPack(Reason.LINK, entry.getName());
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new RefusedPack(Reason.LOCKED, entry.getName());
      }
      if (entry.isDirectory()) {
        continue;
      }
      if (!zip.canReadEntryData(entry) || entry.getSize() < 0) {
        throw new RefusedPack(Reason.BROKEN);
      }
      unpacked += entry.getSize();
      if (entry.getSize() > limits.unpacked() || unpacked > limits.unpacked()) {
        throw new RefusedPack(Reason.UNPACKED, limits.unpacked() / PackFormat.MEGABYTE);
      }
      if (entries.put(entry.getName(), entry) != null) {
        throw new RefusedPack(Reason.TWICE, entry.getName());
      }
    }
    if (entries.isEmpty()) {
      throw new RefusedPack(Reason.EMPTY);
    }
  }

  private static void requireName(String name) throws RefusedPack {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    boolean safe =
        !path.isEmpty()
            && path.length() <= LONGEST_NAME
            && path.indexOf('\\') < 0
            && !path.matches("(?s)[A-Za-z]:.*")
            && !path.matches("(?s).*[\\p{Cc}\\uFFFD].*");
    for (String part : path.split("/", -1)) {
      safe &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
    }
    if (!safe) {
      throw new RefusedPack(Reason.NAME, name);
    }
  }

  /** Of all files in it, in its order. */
  Set<String> names() {
    return entries.keySet();
  }

  long size(String name) throws RefusedPack {
    return entry(name).getSize();
  }

  /** All of a small file. */
  byte[] read(String name, long most) throws RefusedPack {
    if (size(name) > most) {
      throw new RefusedPack(Reason.UNPACKED, most / PackFormat.MEGABYTE);
    }
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new RefusedPack(Reason.BROKEN);
    }
  }

  /** What comes out of it is as long as it says, or reading it fails. */
  InputStream open(String name) throws RefusedPack {
    ZipArchiveEntry entry = entry(name);
    try {
      return new Counted(zip.getInputStream(entry), entry.getSize());
    } catch (IOException | RuntimeException e) {
      throw new RefusedPack(Reason.BROKEN);
    }
  }

  private ZipArchiveEntry entry(String name) throws RefusedPack {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new RefusedPack(Reason.MISSING, name);
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Fails where more or less comes than was said. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private long left;

    Counted(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count;
      try {
        count = in.read(bytes, from, length);
      } catch (RuntimeException e) {
        throw new IOException(e);
      }
      if (count > 0) {
        left -= count;
      }
      if (left < 0 || count < 0 && left > 0) {
        throw new IOException("an entry has another size than it says");
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
