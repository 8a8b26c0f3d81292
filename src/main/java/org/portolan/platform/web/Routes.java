package org.portolan.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.security.Gate;

/**
 * The routing table: which file answers a clean address. A segment in braces matches one segment
 * and becomes a parameter of that name; after the braces may stand an ending such as {@code .ics}.
 * The first line that matches wins. The third word of a line says to whom the address is open (see
 * {@link Gate}); {@code kept} after it says that the page is the same for every visitor.
 */
record Routes(List<Route> table) {

  static Routes read(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Route> routes = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          String[] parts = text.split("\\s+");
          if (parts.length < 3) {
            throw new IllegalStateException("to whom is it open? " + text);
          }
          routes.add(
              new Route(
                  List.of(parts[0].split("/", -1)),
                  parts[1],
                  Gate.of(parts[2]),
                  parts.length > 3 && parts[3].equals("kept")));
        }
      }
      return new Routes(List.copyOf(routes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What answers a decoded path. */
  Optional<Target> find(String path) {
    List<String> segments = List.of(path.split("/", -1));
    return table.stream().flatMap(route -> route.match(segments).stream()).findFirst();
  }

  /** Addresses without parameters, but for the first page's. */
  List<String> fixedAddresses() {
    return table.stream()
        .map(route -> String.join("/", route.pattern()))
        .filter(address -> !address.contains("{") && address.length() > 1)
        .toList();
  }

  /**
   * What answers an address.
   *
   * @param file with the path's parameters as a query string
   * @param gate who may come
   * @param kept whether all visitors get the same page, which may be some moments old
   */
  record Target(String file, Gate gate, boolean kept) {}

  record Route(List<String> pattern, String file, Gate gate, boolean kept) {
    Optional<Target> match(List<String> segments) {
      if (segments.size() != pattern.size()) {
        return Optional.empty();
      }
      StringBuilder query = new StringBuilder();
      for (int i = 0; i < pattern.size(); i++) {
        String expected = pattern.get(i);
        String segment = segments.get(i);
        int close = expected.indexOf('}');
        String ending = expected.substring(close + 1);
        if (close > 0 && segment.endsWith(ending) && segment.length() > ending.length()) {
          query
              .append(query.length() == 0 ? '?' : '&')
              .append(expected, 1, close)
              .append('=')
              .append(
                  URLEncoder.encode(
                      segment.substring(0, segment.length() - ending.length()),
                      StandardCharsets.UTF_8));
        } else if (!expected.equals(segment)) {
          return Optional.empty();
        }
      }
      return Optional.of(new Target(file + query, gate, kept));
    }
  }
}
