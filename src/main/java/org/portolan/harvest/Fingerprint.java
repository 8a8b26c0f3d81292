package org.portolan.harvest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portolan.platform.search.Rights;
import org.portolan.platform.search.SearchDocument;

/** The same for two states of an item of which a gatherer is told the same. */
final class Fingerprint {
  /** Another letter when the records say something else of the same item. */
  static final String LAYOUT = "b";

  private Fingerprint() {}

  static String of(SearchDocument item) {
    StringBuilder all = new StringBuilder(LAYOUT);
    add(all, item.code(), item.path(), String.valueOf(item.date()));
    new TreeMap<>(item.texts())
        .forEach((language, text) -> add(all, language, text.title(), text.summary()));
    for (Map.Entry<String, Set<String>> each : new TreeMap<>(item.facets()).entrySet()) {
      // no record tells of it
      if (!each.getKey().equals(SearchDocument.COURSE)) {
        add(all, each.getKey());
        new TreeSet<>(each.getValue()).forEach(value -> add(all, value));
      }
    }
    item.relations().forEach(relation -> add(all, "relation", relation));
    if (item.rights() != null) {
      Rights rights = item.rights();
      add(all, rights.terms(), String.valueOf(rights.address()), rights.holder());
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(StringBuilder all, String... values) {
    for (String value : values) {
      all.append(value.length()).append(':').append(value);
    }
  }
}
