package org.portolan.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What was sent with a request, kept no further than anybody needs. */
public final class SentBody {
  private static final int FORGOTTEN = 8 << 20;

  private SentBody() {}

  /**
   * All of it, or nothing where it is longer. Of what is longer some more is read and forgotten:
   * who is still sending when the connection closes never reads the answer.
   *
   * @param largest how many bytes it may have
   */
  public static Optional<byte[]> read(InputStream sent, int largest) throws IOException {
    byte[] body = sent.readNBytes(largest + 1);
    if (body.length <= largest) {
      return Optional.of(body);
    }
    byte[] forgotten = new byte[8192];
    int total = 0;
    for (int read = 0; read >= 0 && total < FORGOTTEN; total += read) {
      read = sent.read(forgotten);
    }
    return Optional.empty();
  }
}
