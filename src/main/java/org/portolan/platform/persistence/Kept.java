package org.portolan.platform.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reference data that a node reads once and keeps: it changes with a release. Asking for what is
 * kept needs no transaction, which lists of many rows would otherwise begin and end for each.
 */
public final class Kept<T> {
  private static final long PATIENCE_MILLIS = 3000;

  private final Supplier<T> read;
  private final AtomicReference<T> kept = new AtomicReference<>();
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicLong forgotten = new AtomicLong();

  public Kept(Supplier<T> read) {
    this.read = read;
  }

  /**
   * Of many who ask while nothing is kept one reads, and the others wait for that. Not for long:
   * who reads may be waiting for a connection, which those who wait hold in their transactions.
   */
  public T get() {
    T known = kept.get();
    if (known != null) {
      return known;
    }
    boolean first = mayRead();
    try {
      known = kept.get();
      return known == null ? readAnew() : known;
    } finally {
      if (first) {
        reading.unlock();
      }
    }
  }

  /** Waits for who reads; false where that took too long. */
  private boolean mayRead() {
    try {
      return reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private T readAnew() {
    long before = forgotten.get();
    T known = read.get();
    kept.set(known);
    // what was read while it changed is the answer to this question, and to no later one
    if (forgotten.get() != before) {
      kept.compareAndSet(known, null);
    }
    return known;
  }

  /** The next to ask reads anew, also where somebody is just reading. */
  public void forget() {
    forgotten.incrementAndGet();
    kept.set(null);
  }

  /** Rows by their key, in their order. */
  public static <R> Map<String, R> byKey(List<R> rows, Function<R, String> key) {
    return rows.stream()
        .collect(Collectors.toMap(key, row -> row, (first, again) -> first, LinkedHashMap::new));
  }
}
