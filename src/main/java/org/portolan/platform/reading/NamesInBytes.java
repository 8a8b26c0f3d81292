package org.portolan.platform.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Names of a PDF that stand anywhere in bytes, spelled plainly or with numbers for letters. Only
 * long ones: a short one stands in every picture by chance.
 */
final class NamesInBytes {
  private static final Map<String, String> NAMES =
      Map.of(
          "JavaScript", "script",
          "Rendition", "script",
          "Launch", "acts",
          "SubmitForm", "acts",
          "ImportData", "acts",
          "RichMedia", "acts",
          "EmbeddedFile", "carries",
          "EmbeddedFiles", "carries");
  private static final int LONGEST = 20;

  private NamesInBytes() {}

  /** How many bytes there were. */
  static long of(InputStream in, FactLines facts) throws IOException {
    long count = 0;
    StringBuilder name = null;
    for (int next = in.read(); next >= 0; next = in.read()) {
      count++;
      boolean goesOn = name != null && (Character.isLetterOrDigit(next) || next == '#');
      if (goesOn && next < 128 && name.length() < 3 * LONGEST) {
        name.append((char) next);
        continue;
      }
      found(name, facts);
      name = next == '/' ? new StringBuilder() : null;
    }
    found(name, facts);
    return count;
  }

  private static void found(StringBuilder name, FactLines facts) {
    String fact = name == null ? null : NAMES.get(plain(name.toString()));
    if (fact != null) {
      facts.add(fact);
    }
  }

  /** {@code #4A} means the letter of that number. */
  private static String plain(String name) {
    if (name.indexOf('#') < 0) {
      return name;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '#' && name.substring(i).matches("#[0-9a-fA-F]{2}.*")) {
        plain.append((char) Integer.parseInt(name.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString();
  }
}
