package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A text that is sent many times as it is: packed once, which costs more than all else of an
 * answer, and sent as whoever asks can read it.
 */
public final class PackedBody {
  private static final Pattern GZIP =
      Pattern.compile("(?i)(?:^|,)\\s*gzip\\s*(?:$|,|;(?!\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:$|,)))");

  private final byte[] plain;
  private final byte[] packed;

  private PackedBody(byte[] plain, byte[] packed) {
    this.plain = plain;
    this.packed = packed;
  }

  public static PackedBody of(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written outside memory", e);
    }
    return new PackedBody(plain, packed.toByteArray());
  }

  /** Bytes of memory. */
  public int size() {
    return plain.length + packed.length;
  }

  /** Writes the body, its length, and how it is packed; type and tag are the caller's to say. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean small = unpacks(request.getHeader("Accept-Encoding"));
    response.addHeader("Vary", "Accept-Encoding");
    if (small) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] bytes = small ? packed : plain;
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** By RFC 9110, 12.5.3: a weight of nothing says that it is not wanted. */
  static boolean unpacks(String accepted) {
    return accepted != null && GZIP.matcher(accepted).find();
  }
}
