package org.portolan.platform.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * A text as it is kept to be shown: each packed alone, so that reading one costs nothing of its
 * neighbours, and two thirds of what a block of them takes that is made to be read fast.
 */
final class PackedText {
  private static final int CHUNK = 8_192;
  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;

  /** No letter takes more. */
  private static final int LONGEST = 4 * DocumentMapping.PARTS_LENGTH;

  private PackedText() {}

  static BytesRef pack(String text) {
    BytesRef plain = new BytesRef(text);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 16);
    packed.write(DEFLATED);
    writeLength(packed, plain.length);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain.bytes, plain.offset, plain.length);
      deflater.finish();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
    } finally {
      deflater.end();
    }
    if (packed.size() <= plain.length) {
      return new BytesRef(packed.toByteArray());
    }
    byte[] kept = new byte[plain.length + 1];
    kept[0] = PLAIN;
    System.arraycopy(plain.bytes, plain.offset, kept, 1, plain.length);
    return new BytesRef(kept);
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    int left = length;
    while (left > 0x7f) {
      out.write(left & 0x7f | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  static String unpack(BytesRef kept) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(kept.bytes, kept.offset, kept.length);
    if (in.readByte() == PLAIN) {
      return new String(kept.bytes, kept.offset + 1, kept.length - 1, StandardCharsets.UTF_8);
    }
    int length = in.readVInt();
    if (length < 0 || length > LONGEST) {
      throw new CorruptIndexException("no text is so long", "text");
    }
    int end = kept.offset + kept.length;
    byte[] plain = inflate(Arrays.copyOfRange(kept.bytes, in.getPosition(), end), length);
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static byte[] inflate(byte[] packed, int length) throws IOException {
    byte[] plain = new byte[length];
    Inflater inflater = new Inflater(true);
    try {
      // without a header it wants one byte more than there is
      inflater.setInput(Arrays.copyOf(packed, packed.length + 1));
      int at = 0;
      while (at < length) {
        int more = inflater.inflate(plain, at, length - at);
        if (more == 0) {
          throw new CorruptIndexException("a text ends too early", "text");
        }
        at += more;
      }
      return plain;
    } catch (DataFormatException e) {
      throw new CorruptIndexException("a text cannot be unpacked", "text", e);
    } finally {
      inflater.end();
    }
  }
}
