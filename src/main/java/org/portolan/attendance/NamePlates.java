package org.portolan.attendance;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import java.util.List;
import org.portolan.platform.pdf.PdfWriting;

/**
 * A sheet for each participant, folded in the middle to stand on the table: the name is read from
 * both sides.
 */
record NamePlates(PaperHead head, List<Standing> standing) {
  private static final int LARGE = 14;
  private static final int MIDDLE = 24;

  /** Whose it is. */
  record Standing(String name, String administration) {}

  private static final String STYLE =
      "@page { size: A4; margin: 0; }"
          + " body { font-family: '"
          + PdfWriting.FONT
          + "'; color: #16242f; margin: 0; line-height: 1.2; }"
          + " .sheet { position: relative; width: 210mm; height: 296mm; overflow: hidden;"
          + " page-break-after: always; } .sheet.last { page-break-after: auto; }"
          + " .half { position: absolute; left: 0; width: 210mm; height: 148mm;"
          + " text-align: center; }"
          + " .up { top: 0; transform: rotate(180deg); transform-origin: 50% 50%; }"
          + " .down { top: 148mm; border-top: 0.2mm dashed #76828c; }"
          + " p, h2 { margin: 0; padding: 0 15mm; }"
          + " .centre { padding-top: 14mm; font-size: 13pt; color: #0f4c75; font-weight: bold; }"
          + " h2 { font-weight: bold; }"
          + " .large { font-size: 58pt; padding-top: 24mm; }"
          + " .middle { font-size: 40pt; padding-top: 26mm; }"
          + " .small { font-size: 28pt; padding-top: 28mm; }"
          + " .member { padding-top: 6mm; font-size: 24pt; color: #4c5a66; }";

  byte[] pdf() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < standing.size(); i++) {
      body.append("<div class=\"sheet")
          .append(i == standing.size() - 1 ? " last" : "")
          .append("\">")
          .append(half(standing.get(i), "up"))
          .append(half(standing.get(i), "down"))
          .append("</div>");
    }
    if (standing.isEmpty()) {
      body.append(head.nobody());
    }
    return head.document("plates", STYLE, body.toString());
  }

  private String half(Standing each, String side) {
    String name = each.name();
    String size = name.length() <= LARGE ? "large" : name.length() <= MIDDLE ? "middle" : "small";
    return "<div class=\"half "
        + side
        + "\"><p class=\"centre\">"
        + escaped(head.centre())
        + "</p><h2 class=\""
        + size
        + "\">"
        + escaped(name)
        + "</h2><p class=\"member\">"
        + escaped(each.administration())
        + "</p></div>";
  }
}
