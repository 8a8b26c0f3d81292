package org.portolan.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SlotLines;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;

/** What a centre gives one participant on paper, in their language; a page each. */
record Paper(
    PaperKind kind,
    Language language,
    LocalDate today,
    String name,
    String post,
    String administration,
    OfferedSession session,
    SessionFacts facts,
    String city) {

  private static final String STYLE =
      "@page { size: A4; margin: 25mm 22mm; }"
          + " body { font-family: '"
          + PdfWriting.FONT
          + "'; font-size: 10.5pt; line-height: 1.5; color: #14222e; }"
          + " .letter { page-break-after: always; } .letter.last { page-break-after: auto; }"
          + " .from { color: #0f4c75; font-weight: bold; font-size: 13pt; }"
          + " h1 { font-size: 15pt; margin: 9mm 0 5mm 0; } .muted { color: #4a5a68; }"
          + " table { border-collapse: collapse; margin: 5mm 0; width: 100%; }"
          + " th { font-weight: normal; color: #4a5a68; width: 32%; vertical-align: top;"
          + " padding: 1.2mm 0; } td { padding: 1.2mm 0; vertical-align: top; }"
          + " .ltr th, .ltr td { text-align: left; } .rtl th, .rtl td { text-align: right; }";

  /** One document with these letters. */
  static byte[] document(List<Paper> letters) {
    Language first = letters.get(0).language();
    String pages =
        letters.stream()
            .map(each -> each.page(each == letters.get(letters.size() - 1)))
            .collect(Collectors.joining());
    String title =
        PdfWriting.escaped(letters.get(0).own("title", letters.get(0).session().title()));
    return PdfWriting.write(
        "<html lang=\""
            + first.code()
            + "\"><head><title>"
            + title
            + "</title><meta name=\"subject\" content=\""
            + title
            + "\"/><style>"
            + STYLE
            + "</style></head><body>"
            + pages
            + "</body></html>",
        first);
  }

  private String page(boolean last) {
    Dates dates = new Dates(language);
    String direction = language.direction();
    return "<div class=\"letter "
        + direction
        + (last ? " last" : "")
        + "\" dir=\""
        + direction
        + "\" lang=\""
        + language.code()
        + "\">"
        + line("from", session.centre())
        + line("muted", city)
        + line("muted", dates.date(today))
        + "<h1>"
        + PdfWriting.escaped(own("title", session.title()))
        + "</h1>"
        + line("", invites() ? text("dear", name) : "")
        + line("", own("body", name))
        + "<table>"
        + row("course", session.title())
        + row("when", dates.days(facts.firstDay(), facts.lastDay()))
        + (facts.dated() ? row("hours", hours() + comma() + facts.zone()) : "")
        + (facts.online() ? row("where", text("online")) : row("where", place()))
        + row("participant", name)
        + (post.isEmpty() ? "" : row("post", post))
        + (administration.isEmpty() ? "" : row("administration", administration))
        + row("code", facts.code())
        + "</table>"
        + (invites()
            ? line("", text("travel")) + line("", text("withdraw")) + line("", text("regards"))
            : "")
        + line("from", session.centre())
        + "</div>";
  }

  private String hours() {
    return facts.slots().everyDay()
        ? facts.dayStart() + "–" + facts.dayEnd()
        : String.join("; ", SlotLines.of(facts.slots(), language));
  }

  private boolean invites() {
    return kind == PaperKind.INVITATION;
  }

  /** The words of this kind. */
  private String own(String key, Object... arguments) {
    return Texts.format(language, "roster." + kind.code() + "." + key, arguments);
  }

  private String place() {
    return facts.place().text(comma());
  }

  private String comma() {
    return language == Language.AR ? "، " : ", ";
  }

  private String text(String key, Object... arguments) {
    return arguments.length == 0
        ? Texts.text(language, "roster.letter." + key)
        : Texts.format(language, "roster.letter." + key, arguments);
  }

  private String row(String key, String value) {
    String name = "<th>" + PdfWriting.escaped(text(key)) + "</th>";
    String cell = "<td>" + PdfWriting.escaped(value) + "</td>";
    // columns are laid from the left in every language
    return "<tr>" + (language.direction().equals("rtl") ? cell + name : name + cell) + "</tr>";
  }

  private static String line(String look, String text) {
    return text.isEmpty() ? "" : "<p class=\"" + look + "\">" + PdfWriting.escaped(text) + "</p>";
  }
}
