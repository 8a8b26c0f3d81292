package org.portolan.attendance;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;

/** What stands on all papers around a session. */
record PaperHead(Language language, String title, String centre, String days) {

  static PaperHead of(OfferedSession session, Language language) {
    return new PaperHead(
        language,
        session.title(),
        session.centre(),
        new Dates(language).days(session.firstDay(), session.lastDay()));
  }

  /**
   * @param kind of the paper, as the last part of a key of texts
   */
  byte[] document(String kind, String style, String body) {
    String name = escaped(Texts.format(language, "attendance.papers." + kind + ".title", title));
    return PdfWriting.write(
        "<html lang=\""
            + language.code()
            + "\"><head><title>"
            + name
            + "</title><meta name=\"subject\" content=\""
            + name
            + "\"/><style>"
            + style
            + "</style></head><body dir=\""
            + language.direction()
            + "\" class=\""
            + language.direction()
            + "\">"
            + body
            + "</body></html>",
        language);
  }

  /** A sheet that says that there is nobody for whom there would be one. */
  String nobody() {
    return "<div>" + escaped(Texts.text(language, "attendance.papers.nobody")) + "</div>";
  }
}
