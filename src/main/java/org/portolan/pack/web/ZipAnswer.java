package org.portolan.pack.web;

import jakarta.servlet.http.HttpServletResponse;

/** What goes before a zip that is written as it is sent. */
final class ZipAnswer {
  private ZipAnswer() {}

  static void begin(HttpServletResponse response, String name) {
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"portolan-" + name + ".zip\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // another person may read more of it, or less
    response.setHeader("Cache-Control", "no-store");
  }
}
