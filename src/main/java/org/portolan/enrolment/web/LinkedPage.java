package org.portolan.enrolment.web;

import jakarta.faces.context.ExternalContext;

/**
 * A page behind a link by which somebody answers without signing in. Its address is the secret:
 * nobody on the way keeps the page, no engine lists it. That other sites do not learn the address
 * is the rule for all pages; no address at all, and browsers would no longer say that the answer
 * comes from here.
 */
final class LinkedPage {
  private LinkedPage() {}

  static void keptByNobody(ExternalContext external) {
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader("X-Robots-Tag", "noindex, nofollow");
  }
}
