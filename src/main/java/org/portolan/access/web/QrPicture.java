package org.portolan.access.web;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture that a phone reads, in the page itself: its content is asked from nobody. */
final class QrPicture {
  private static final int MARGIN = 4;

  private QrPicture() {}

  /** As SVG, black on white whatever the colours of the page. */
  static String svg(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * MARGIN;
    StringBuilder dots = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          dots.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return "<svg class=\"qr\" aria-hidden=\"true\" viewBox=\"0 0 "
        + size
        + ' '
        + size
        + "\" shape-rendering=\"crispEdges\"><rect width=\""
        + size
        + "\" height=\""
        + size
        + "\" fill=\"#fff\"/><path fill=\"#000\" d=\""
        + dots
        + "\"/></svg>";
  }
}
