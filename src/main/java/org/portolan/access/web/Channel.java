package org.portolan.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.config.Installation;

/**
 * The line over which a request came: from which address, and whether a password may travel on it.
 *
 * @param safe TLS as far as this node or a proxy it was told of, or the machine itself
 */
record Channel(String address, boolean safe) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

  static Channel of(HttpServletRequest request, Installation installation) {
    return of(
        request.getRemoteAddr(),
        request.isSecure(),
        request.getHeader("X-Forwarded-For"),
        request.getHeader("X-Forwarded-Proto"),
        proxies(installation.trustedProxies()));
  }

  /** Only a proxy that the operator named is believed in what it says about the line before it. */
  static Channel of(
      String remote,
      boolean secure,
      String forwardedFor,
      String forwardedProtocol,
      Set<String> proxies) {
    if (proxies.contains(remote)) {
      return new Channel(
          forwardedFor == null ? remote : lastOf(forwardedFor),
          forwardedProtocol == null || forwardedProtocol.strip().equalsIgnoreCase("https"));
    }
    boolean here = LOOPBACK.contains(remote) && forwardedFor == null;
    return new Channel(remote, secure || here);
  }

  private static Set<String> proxies(Optional<String> list) {
    return Arrays.stream(list.orElse("").split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .collect(Collectors.toSet());
  }

  // the entries before it were sent by the visitor and may be invented
  private static String lastOf(String forwardedFor) {
    return forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
  }
}
