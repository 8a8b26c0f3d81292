package org.portolan.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.portolan.platform.fetch.NotFetched.Kind;

/**
 * Reads an answer of HTTP/1.1 that ends with its connection: its status, its headers and, where it
 * is wanted, its body. All of it has bounds.
 */
final class Answer {
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int LONGEST_CHUNK_LINE = 1024;

  private final InputStream in;
  private final int status;
  private final Map<String, String> headers = new HashMap<>();

  Answer(InputStream in) throws IOException, NotFetched {
    this.in = in;
    int left = LONGEST_HEAD;
    String first = line(left);
    if (!first.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new NotFetched(Kind.UNREACHABLE);
    }
    status = Integer.parseInt(first.substring(9, 12));
    for (String line = line(left); !line.isEmpty(); line = line(left)) {
      left -= line.length();
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
  }

  int status() {
    return status;
  }

  /** Null where there is none. */
  String header(String name) {
    return headers.get(name);
  }

  byte[] body(int most) throws IOException, NotFetched {
    String coding = headers.getOrDefault("content-encoding", "identity");
    if (!coding.equalsIgnoreCase("identity")) {
      throw new NotFetched(Kind.UNREACHABLE);
    }
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks(most);
    }
    String told = headers.get("content-length");
    if (told == null) {
      return bounded(in.readNBytes(most + 1), most);
    }
    if (!told.matches("\\d{1,18}")) {
      throw new NotFetched(Kind.UNREACHABLE);
    }
    long length = Long.parseLong(told);
    if (length > most) {
      throw new NotFetched(Kind.LARGE);
    }
    return whole((int) length);
  }

  private byte[] chunks(int most) throws IOException, NotFetched {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(LONGEST_CHUNK_LINE).replaceAll(";.*", "").strip();
      if (!size.matches("[0-9a-fA-F]{1,8}")) {
        throw new NotFetched(Kind.UNREACHABLE);
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        return body.toByteArray();
      }
      if (body.size() + length > most) {
        throw new NotFetched(Kind.LARGE);
      }
      body.writeBytes(whole((int) length));
      line(LONGEST_CHUNK_LINE);
    }
  }

  private byte[] whole(int length) throws IOException {
    byte[] read = in.readNBytes(length);
    if (read.length < length) {
      throw new EOFException("an answer that breaks off");
    }
    return read;
  }

  private static byte[] bounded(byte[] read, int most) throws NotFetched {
    if (read.length > most) {
      throw new NotFetched(Kind.LARGE);
    }
    return read;
  }

  private String line(int most) throws IOException, NotFetched {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("an answer that breaks off");
      }
      if (line.size() >= most) {
        throw new NotFetched(Kind.LARGE);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
