package org.portolan.programme.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.portolan.platform.web.NotFound;

/** Sessions that a form names, each as its number and the version that was shown: {@code 12.3}. */
final class Chosen {
  private static final Pattern NAMED = Pattern.compile("\\d{1,18}\\.\\d{1,9}");

  private Chosen() {}

  static Map<Long, Integer> read(String[] values) {
    Map<Long, Integer> chosen = new TreeMap<>();
    if (values != null) {
      for (String value : values) {
        if (!NAMED.matcher(value).matches()) {
          throw new NotFound("session");
        }
        int point = value.indexOf('.');
        chosen.put(
            Long.valueOf(value.substring(0, point)), Integer.valueOf(value.substring(point + 1)));
      }
    }
    return chosen;
  }
}
