package org.portolan.collection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of collections, the last published first, as programs carry it from page to
 * page. It says what the list is sorted by, so it stays one when the collection there is taken
 * down.
 */
record CollectionCursor(Instant publishedAt, long id) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})\\.(\\d{1,18})");

  static CollectionCursor behind(PracticeCollection collection) {
    return new CollectionCursor(collection.publishedAt(), collection.id());
  }

  /** Whatever is no place means the beginning. */
  static Optional<CollectionCursor> read(String written) {
    Matcher parts = WRITTEN.matcher(written == null ? "" : written);
    return parts.matches()
        ? Optional.of(
            new CollectionCursor(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  String written() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt) + "." + id;
  }
}
