package org.portolan.access.web;

import org.portolan.platform.security.HostCookie;

/** The cookie of somebody who gave the right password and still owes the second factor. */
final class StepCookie {
  static final HostCookie COOKIE = new HostCookie("-step");

  private StepCookie() {}
}
