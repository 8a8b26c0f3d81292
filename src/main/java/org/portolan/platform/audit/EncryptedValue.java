package org.portolan.platform.audit;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A personal value of an entry: whose it is, with which key of theirs it is encrypted, of which
 * field. Before and after stand in the encrypted part together.
 */
record EncryptedValue(long personId, long keyId, String field, byte[] encrypted) {

  /**
   * @param place the entry it belongs to
   */
  static EncryptedValue of(long personId, long keyId, byte[] key, Change change, String place) {
    return new EncryptedValue(
        personId,
        keyId,
        change.field(),
        AuditKey.encrypt(key, ChangesText.write(List.of(change)), place));
  }

  /** Empty when the key is another than it was encrypted with. */
  Optional<Change> decrypt(byte[] key, String place) {
    return AuditKey.decrypt(key, encrypted, place).map(text -> ChangesText.read(text).get(0));
  }

  /** A line each; fields are plain words, so nothing has to be escaped. */
  static String write(List<EncryptedValue> values) {
    return values.stream()
        .map(
            value ->
                value.personId
                    + ":"
                    + value.keyId
                    + ":"
                    + value.field
                    + ":"
                    + Base64.getEncoder().encodeToString(value.encrypted))
        .collect(Collectors.joining("\n"));
  }

  static List<EncryptedValue> read(String text) {
    return text.lines().map(EncryptedValue::parse).toList();
  }

  private static EncryptedValue parse(String line) {
    String[] parts = line.split(":", -1);
    return new EncryptedValue(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        parts[2],
        Base64.getDecoder().decode(parts[3]));
  }
}
