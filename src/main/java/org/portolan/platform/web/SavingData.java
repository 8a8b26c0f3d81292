package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether readers asked their browser to save data, which it says with every request. */
final class SavingData {
  static final String HEADER = "Save-Data";

  private SavingData() {}

  static boolean asked(HttpServletRequest request) {
    return "on".equalsIgnoreCase(request.getHeader(HEADER));
  }
}
