package org.portolan.platform.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portolan.platform.fetch.NotFetched.Kind;

/**
 * An address that was judged, with the places at which it is found. Whoever connects takes one of
 * these and asks for the name no second time, when it may be another.
 *
 * @param tls false only for hosts that the operator named
 */
record Target(URI uri, String host, int port, boolean tls, List<InetAddress> places) {
  static final int LONGEST = 1000;
  private static final int TLS_PORT = 443;
  private static final Set<Integer> PORTS = Set.of(TLS_PORT, 8443);

  /**
   * @param named hosts, perhaps with a port, that may lie anywhere and speak without TLS
   */
  static Target of(String address, Set<String> named, Resolving resolving) throws NotFetched {
    URI uri = read(address);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() == -1 ? TLS_PORT : uri.getPort();
    boolean known = named.contains(host) || named.contains(host + ":" + port);
    if (!known && !(tls && PORTS.contains(port))) {
      throw new NotFetched(Kind.FORBIDDEN);
    }
    List<InetAddress> places = places(host, resolving);
    // one that is open does not speak for the others: the name may be served by turns
    if (!known && !places.stream().allMatch(OpenNetwork::has)) {
      throw new NotFetched(Kind.FORBIDDEN);
    }
    return new Target(uri, host, port, tls, places);
  }

  private static URI read(String address) throws NotFetched {
    try {
      URI uri = new URI(address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (address.length() > LONGEST
          || !web
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        throw new NotFetched(Kind.FORBIDDEN);
      }
      return new URI(uri.toASCIIString());
    } catch (URISyntaxException e) {
      throw new NotFetched(Kind.FORBIDDEN, e);
    }
  }

  private static List<InetAddress> places(String host, Resolving resolving) throws NotFetched {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return List.of(resolving.addresses(name));
    } catch (UnknownHostException e) {
      throw new NotFetched(Kind.UNKNOWN_HOST, e);
    }
  }

  /** What is asked for there. */
  String path() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  String authority() {
    return port == TLS_PORT ? host : host + ":" + port;
  }
}
