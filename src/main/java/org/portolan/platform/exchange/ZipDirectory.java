package org.portolan.platform.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/**
 * The directory at the end of a zip. Readers take the whole of it into memory, however long it is,
 * so that is asked before one opens the file.
 */
public final class ZipDirectory {
  /** What an entry of the directory takes with a long name, and more beside it than is usual. */
  public static final int LONGEST_ENTRY = 1_000;

  /** The record at the end of a zip and its comment, what stands before it, and their marks. */
  private static final int END = 22;

  private static final int LONGEST_END = END + 0xFFFF;
  private static final int END_MARK = 0x06054b50;
  private static final int LOCATOR = 20;
  private static final int LOCATOR_MARK = 0x07064b50;

  /** The record of the longer form, to which the locator leads. */
  private static final int LONG_END = 56;

  private static final int LONG_END_MARK = 0x06064b50;

  private ZipDirectory() {}

  /**
   * How many bytes of the file a reader would take for its directory at most; nothing where the
   * file has none, and so is no zip.
   */
  public static OptionalLong length(SeekableByteChannel file) throws IOException {
    long begin = Math.max(0, file.size() - LONGEST_END - LOCATOR);
    ByteBuffer end = read(file, begin, (int) (file.size() - begin));
    int at = end.limit() - END;
    while (at >= 0 && end.getInt(at) != END_MARK) {
      at--;
    }
    if (at < 0) {
      return OptionalLong.empty();
    }
    if (at >= LOCATOR && end.getInt(at - LOCATOR) == LOCATOR_MARK) {
      return longer(file, end.getLong(at - LOCATOR + 8));
    }
    long size = Integer.toUnsignedLong(end.getInt(at + 12));
    long from = Integer.toUnsignedLong(end.getInt(at + 16));
    return OptionalLong.of(Math.max(size, begin + at - from));
  }

  private static OptionalLong longer(SeekableByteChannel file, long place) throws IOException {
    if (place < 0 || place > file.size() - LONG_END) {
      return OptionalLong.empty();
    }
    ByteBuffer record = read(file, place, LONG_END);
    long size = record.getLong(40);
    long from = record.getLong(48);
    return record.getInt(0) == LONG_END_MARK && size >= 0 && from >= 0
        ? OptionalLong.of(Math.max(size, place - from))
        : OptionalLong.empty();
  }

  private static ByteBuffer read(SeekableByteChannel file, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // on until it is all there
    }
    return bytes.flip();
  }
}
