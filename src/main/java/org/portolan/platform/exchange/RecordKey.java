package org.portolan.platform.exchange;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares keys as loosely as the database does: case and accents make no difference to it. */
public final class RecordKey {
  private RecordKey() {}

  public static String of(List<String> keyCells) {
    return keyCells.stream().map(RecordKey::of).collect(Collectors.joining("\u001f"));
  }

  public static String of(String cell) {
    return Normalizer.normalize(cell.strip(), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }
}
