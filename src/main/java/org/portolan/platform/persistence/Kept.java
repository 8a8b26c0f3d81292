package org.portolan.platform.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reference data that a node reads once and keeps: it changes with a release. Asking for what is
 * kept needs no transaction, which lists of many rows would otherwise begin and end for each.
 */
public final class Kept<T> {
  private final Supplier<T> read;
  private volatile T kept;

  public Kept(Supplier<T> read) {
    this.read = read;
  }

  public T get() {
    T known = kept;
    if (known == null) {
      known = read.get();
      kept = known;
    }
    return known;
  }

  /** The next to ask reads anew. */
  public void forget() {
    kept = null;
  }

  /** Rows by their key, in their order. */
  public static <R> Map<String, R> byKey(List<R> rows, Function<R, String> key) {
    return rows.stream()
        .collect(Collectors.toMap(key, row -> row, (first, again) -> first, LinkedHashMap::new));
  }
}
