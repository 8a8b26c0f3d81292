package org.portolan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The last link of the chain: its number and its hash. */
record Head(long number, byte[] hash) {
  static final Head NONE = new Head(0, new byte[AuditKey.HASH]);

  private static final String FORM = "portolan-audit-head 1";

  boolean same(Head other) {
    return number == other.number && AuditKey.same(hash, other.hash);
  }

  /** As it stands in a file, with the mark of the application. */
  String text(AuditKey key) {
    String content = FORM + " " + number + " " + HexFormat.of().formatHex(hash);
    return content + " " + HexFormat.of().formatHex(mark(key, content)) + "\n";
  }

  /** Empty for anything but what {@link #text} wrote with the same key. */
  static Optional<Head> parse(String text, AuditKey key) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 5 || !parts[2].matches("\\d{1,18}") || !parts[3].matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    Head head = new Head(Long.parseLong(parts[2]), HexFormat.of().parseHex(parts[3]));
    return head.text(key).equals(text) ? Optional.of(head) : Optional.empty();
  }

  private static byte[] mark(AuditKey key, String content) {
    return key.mark(content.getBytes(StandardCharsets.US_ASCII));
  }
}
