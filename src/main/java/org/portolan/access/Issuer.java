package org.portolan.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a provider. Everything that is asked of it is asked there: of the same host, over
 * TLS. Only an installation that is tried out on one machine may ask that machine without.
 */
record Issuer(URI address) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  static Optional<Issuer> of(String text, String baseUrl) {
    return parse(text)
        .filter(uri -> uri.getRawQuery() == null)
        .filter(uri -> safe(uri, baseUrl))
        .map(Issuer::new);
  }

  /** An address that the provider named for something. */
  Optional<URI> own(String text) {
    return parse(text)
        .filter(uri -> uri.getScheme().equals(address.getScheme()))
        .filter(uri -> uri.getRawAuthority().equalsIgnoreCase(address.getRawAuthority()));
  }

  URI discovery() {
    return URI.create(
        address.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
  }

  private static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text == null ? "" : text);
      return uri.getHost() == null
              || uri.getScheme() == null
              || uri.getRawUserInfo() != null
              || uri.getRawFragment() != null
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean safe(URI uri, String baseUrl) {
    return uri.getScheme().equals("https")
        || uri.getScheme().equals("http")
            && LOOPBACK.contains(uri.getHost())
            && LOOPBACK.contains(URI.create(baseUrl).getHost());
  }
}
