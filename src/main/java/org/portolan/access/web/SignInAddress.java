package org.portolan.access.web;

import java.util.Map;
import org.portolan.platform.web.Address;

/** Addresses of the pages of signing in, with the page that somebody wanted in the first place. */
final class SignInAddress {
  private SignInAddress() {}

  static String step(String to) {
    return Address.of("/sign-in/code", Map.of("to", to));
  }

  /** The first step again: the second came too late. */
  static String late(String to) {
    return Address.of("/sign-in", Map.of("to", to, "late", "1"));
  }
}
