package org.portolan.attendance;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import java.util.List;
import java.util.Locale;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;
import org.portolan.platform.qr.QrPicture;

/** The badges of a session on sheets, to be cut out; each with a code by which it is scanned. */
record Badges(PaperHead head, List<Worn> worn) {
  private static final int PER_SHEET = 8;
  private static final int PER_ROW = 2;
  private static final int WIDTH = 92;
  private static final int HEIGHT = 66;

  /** As many letters as a line of the largest size takes, and of the next. */
  private static final int LARGE = 16;

  private static final int MIDDLE = 26;

  /** What is on one. */
  record Worn(String name, String administration, String code) {}

  private static final String STYLE =
      "@page { size: A4; margin: 13mm; }"
          + " body { font-family: '"
          + PdfWriting.FONT
          + "'; color: #16242f; margin: 0; line-height: 1.25; }"
          + " .sheet { position: relative; width: 184mm; height: 266mm; page-break-after: always; }"
          + " .sheet.last { page-break-after: auto; }"
          + " .badge { position: absolute; overflow: hidden; border: 0.2mm dashed #76828c; }"
          + " p, h2 { position: absolute; margin: 0; overflow: hidden; }"
          + " .centre { top: 4mm; left: 5mm; width: 82mm; height: 9mm; font-size: 8.5pt;"
          + " font-weight: bold; color: #0f4c75; }"
          + " h2 { top: 14mm; left: 5mm; width: 82mm; height: 20mm; font-weight: bold; }"
          + " .large { font-size: 20pt; } .middle { font-size: 15pt; } .small { font-size: 11pt; }"
          + " .member { top: 34mm; width: 50mm; height: 10mm; font-size: 10pt; }"
          + " .session { top: 46mm; width: 50mm; height: 16mm; font-size: 7.5pt; color: #4c5a66; }"
          + " .ltr .member, .ltr .session { left: 5mm; text-align: left; }"
          + " .rtl .member, .rtl .session { left: 37mm; text-align: right; }"
          + " .rtl .centre, .rtl h2 { text-align: right; }"
          + " img { position: absolute; top: 31mm; width: 29mm; height: 29mm; }"
          + " .typed { top: 60mm; width: 40mm; height: 4mm; font-size: 6.5pt; text-align: center; }"
          + " .ltr img { left: 58mm; } .rtl img { left: 5mm; }"
          + " .ltr .typed { left: 52.5mm; } .rtl .typed { left: 0; }";

  byte[] pdf() {
    StringBuilder body = new StringBuilder();
    for (int from = 0; from < worn.size(); from += PER_SHEET) {
      List<Worn> sheet = worn.subList(from, Math.min(from + PER_SHEET, worn.size()));
      body.append("<div class=\"sheet")
          .append(from + PER_SHEET < worn.size() ? "" : " last")
          .append("\">");
      for (int i = 0; i < sheet.size(); i++) {
        body.append(badge(sheet.get(i), i));
      }
      body.append("</div>");
    }
    if (worn.isEmpty()) {
      body.append(head.nobody());
    }
    return head.document("badges", STYLE, body.toString());
  }

  private String badge(Worn each, int place) {
    boolean rtl = head.language() == Language.AR;
    int column = rtl ? PER_ROW - 1 - place % PER_ROW : place % PER_ROW;
    return "<div class=\"badge\" style=\"left: %dmm; top: %dmm; width: %dmm; height: %dmm;\">"
            .formatted(column * WIDTH, place / PER_ROW * HEIGHT, WIDTH, HEIGHT)
        + line("p", "centre", head.centre())
        + line("h2", size(each.name()), each.name())
        + line("p", "member", each.administration())
        + "<p class=\"session\">"
        + escaped(head.title())
        + "<br/>"
        + escaped(head.days())
        + "</p><img alt=\""
        + escaped(Texts.text(head.language(), "attendance.badge.scan"))
        + "\" src=\""
        + QrPicture.png(each.code())
        + "\"/>"
        + line("p", "typed", grouped(each.code()))
        + "</div>";
  }

  /** As somebody types it whose scanner fails. */
  private static String grouped(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static String size(String name) {
    return name.length() <= LARGE ? "large" : name.length() <= MIDDLE ? "middle" : "small";
  }

  private static String line(String kind, String look, String text) {
    return String.format(Locale.ROOT, "<%s class=\"%s\">", kind, look)
        + escaped(text)
        + "</"
        + kind
        + ">";
  }
}
