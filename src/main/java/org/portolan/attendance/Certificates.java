package org.portolan.attendance;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;

/**
 * Certificates of attendance of a session, a page each: on which of its half-days somebody was
 * there, and who signed for it.
 *
 * @param code of the session
 * @param place where it was held
 * @param signed words that say who signed, or that it closed by itself
 */
record Certificates(
    PaperHead head, String code, String place, String signed, List<HalfDay> halves) {

  /**
   * Of one participant.
   *
   * @param marks what holds, by code of the half-day
   */
  record Earned(String name, String administration, Map<String, Mark> marks) {}

  private static final String STYLE =
      "@page { size: A4; margin: 25mm 22mm; }"
          + " body { font-family: '"
          + PdfWriting.FONT
          + "'; font-size: 10.5pt; line-height: 1.5; color: #16242f; margin: 0; }"
          + " .certificate { page-break-after: always; }"
          + " .certificate.last { page-break-after: auto; }"
          + " .from { color: #0f4c75; font-weight: bold; font-size: 13pt; }"
          + " h1 { font-size: 22pt; margin: 14mm 0 8mm 0; line-height: 1.2; }"
          + " .name { font-size: 18pt; font-weight: bold; margin: 0; } .muted { color: #4a5a68; }"
          + " .session { font-size: 13pt; font-weight: bold; margin: 6mm 0 0 0; }"
          + " table { border-collapse: collapse; margin: 6mm 0; width: 100%; }"
          + " th, td { border-bottom: 0.2mm solid #c9c5ba; padding: 1.2mm 0; width: 33%; }"
          + " th { font-weight: normal; color: #4a5a68; }"
          + " .ltr th, .ltr td { text-align: left; } .rtl th, .rtl td { text-align: right; }";

  /**
   * @param signature null where it closed by itself
   */
  static Certificates of(
      OfferedSession session,
      SessionFacts facts,
      Signature signature,
      Instant closedAt,
      Language language) {
    Dates dates = new Dates(language);
    String signed =
        signature == null
            ? Texts.format(
                language, "attendance.certificate.closed", dates.moment(closedAt, facts.zone()))
            : Texts.format(
                language,
                "attendance.certificate.signed",
                signature.name(),
                dates.moment(signature.signedAt(), facts.zone()));
    String place = facts.online() ? "" : facts.venue();
    return new Certificates(
        PaperHead.of(session, language), facts.code(), place, signed, HalfDay.of(facts));
  }

  byte[] pdf(List<Earned> earned) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < earned.size(); i++) {
      body.append(page(earned.get(i), i == earned.size() - 1));
    }
    return head.document("certificates", STYLE, body.toString());
  }

  private String page(Earned each, boolean last) {
    return "<div class=\"certificate"
        + (last ? " last" : "")
        + "\">"
        + line("from", head.centre())
        + "<h1>"
        + escaped(text("title"))
        + "</h1>"
        + line("name", each.name())
        + line("muted", each.administration())
        + line("", format("body", OwnAttendance.attended(halves, each.marks()), halves.size()))
        + line("session", head.title())
        + line("", head.days() + (place.isEmpty() ? "" : " · " + place))
        + table(each.marks())
        + line("", signed)
        + line("muted", format("reference", code))
        + "</div>";
  }

  private String table(Map<String, Mark> marks) {
    Set<LocalDate> days = new LinkedHashSet<>();
    halves.forEach(half -> days.add(half.day()));
    StringBuilder table = new StringBuilder("<table><thead>");
    table.append(row("th", List.of(text("day"), text("morning"), text("afternoon"))));
    table.append("</thead><tbody>");
    Dates dates = new Dates(head.language());
    for (LocalDate day : days) {
      table.append(
          row("td", List.of(dates.date(day), cell(day, true, marks), cell(day, false, marks))));
    }
    return table.append("</tbody></table>").toString();
  }

  /** What holds then; nothing where the session was not held, a dash where nothing was noted. */
  private String cell(LocalDate day, boolean morning, Map<String, Mark> marks) {
    return halves.stream()
        .filter(half -> half.day().equals(day) && half.morning() == morning)
        .findFirst()
        .map(half -> marks.get(half.code()))
        .map(mark -> word(mark.sent().presence()))
        .orElse("–");
  }

  private String word(Presence presence) {
    return Texts.text(head.language(), "attendance.presence." + presence.code());
  }

  /** Columns are laid from the left in every language. */
  private String row(String kind, List<String> cells) {
    List<String> laid = new ArrayList<>(cells);
    if (head.language() == Language.AR) {
      Collections.reverse(laid);
    }
    StringBuilder row = new StringBuilder("<tr>");
    laid.forEach(
        each ->
            row.append('<')
                .append(kind)
                .append('>')
                .append(escaped(each))
                .append("</")
                .append(kind)
                .append('>'));
    return row.append("</tr>").toString();
  }

  private String text(String key) {
    return Texts.text(head.language(), "attendance.certificate." + key);
  }

  private String format(String key, Object... arguments) {
    return Texts.format(head.language(), "attendance.certificate." + key, arguments);
  }

  private static String line(String look, String text) {
    return text.isEmpty() ? "" : "<p class=\"" + look + "\">" + escaped(text) + "</p>";
  }
}
