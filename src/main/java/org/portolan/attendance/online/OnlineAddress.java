package org.portolan.attendance.online;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be given as the address of an online room: a link that any browser opens over TLS. */
final class OnlineAddress {
  static final int LONGEST = 500;
  private static final Pattern PRINTED = Pattern.compile("[\\x21-\\x7e]+");

  private OnlineAddress() {}

  /** What is wrong with it, as the end of a key of texts; empty where nothing is. */
  static Optional<String> problem(String address) {
    if (address.isEmpty()) {
      return Optional.of("missing");
    }
    if (address.length() > LONGEST) {
      return Optional.of("long");
    }
    return PRINTED.matcher(address).matches() ? parts(address) : Optional.of("invalid");
  }

  private static Optional<String> parts(String address) {
    try {
      URI uri = new URI(address);
      if (!"https".equalsIgnoreCase(uri.getScheme())) {
        return Optional.of("https");
      }
      // a name before the host makes a link look like one to somewhere else
      boolean whole = uri.getHost() != null && uri.getRawUserInfo() == null;
      return whole ? Optional.empty() : Optional.of("invalid");
    } catch (URISyntaxException e) {
      return Optional.of("invalid");
    }
  }
}
