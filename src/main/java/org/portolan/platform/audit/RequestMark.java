package org.portolan.platform.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Tells which entries were written by one and the same request. */
@RequestScoped
class RequestMark {
  private String text;

  String text() {
    if (text == null) {
      text = UUID.randomUUID().toString();
    }
    return text;
  }
}
