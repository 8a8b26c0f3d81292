package org.portolan.knowledge.web;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.pdf.PdfWriting;

/**
 * A practice on paper, in the language of its text.
 *
 * @param kind what it is, above the title
 * @param facts by what they are called
 * @param address where it is read with what came later
 */
record PracticePaper(
    Language language,
    String kind,
    String title,
    String summary,
    Map<String, String> facts,
    List<PracticePart> parts,
    String address) {

  PracticePaper {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    parts = List.copyOf(parts);
  }

  private static final String STYLE =
      "@page { size: A4; margin: 22mm 20mm 20mm; @bottom-center { content: counter(page);"
          + " font-family: '"
          + PdfWriting.FONT
          + "'; font-size: 8pt; color: #4a5a68; } }"
          + " body { font-family: '"
          + PdfWriting.FONT
          + "'; font-size: 10pt; line-height: 1.5; color: #14222e; margin: 0; }"
          + " .kind { color: #0f4c75; font-weight: bold; margin: 0; }"
          + " h1 { font-size: 18pt; line-height: 1.25; margin: 3mm 0; }"
          + " h2 { font-size: 13pt; margin: 6mm 0 2mm; page-break-after: avoid; }"
          + " h3, h4, h5, h6 { font-size: 11pt; margin: 4mm 0 1mm; page-break-after: avoid; }"
          + " .lede { font-size: 11.5pt; color: #4a5a68; margin: 0 0 4mm; }"
          + " p, ul, ol { margin: 0 0 2.5mm; } a { color: #0f4c75; } em { font-style: normal; }"
          + " table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; }"
          + " th, td { border-bottom: 0.2mm solid #c9c5ba; padding: 1mm 0; vertical-align: top; }"
          + " .facts th { font-weight: normal; color: #4a5a68; width: 32%; }"
          + " .ltr th, .ltr td { text-align: left; } .rtl th, .rtl td { text-align: right; }"
          + " .rtl ul, .rtl ol { padding-left: 0; padding-right: 8mm; }"
          + " pre, code { font-family: '"
          + PdfWriting.FONT
          + "'; white-space: pre-wrap; }"
          + " .from { margin-top: 8mm; color: #4a5a68; font-size: 8.5pt; }";

  byte[] pdf() {
    StringBuilder body = new StringBuilder();
    body.append(line("p", "kind", kind))
        .append(line("h1", "", title))
        .append(line("p", "lede", summary))
        .append("<table class=\"facts\"><tbody>");
    facts.forEach((name, value) -> body.append(row(name, value)));
    body.append("</tbody></table>");
    for (PracticePart part : parts) {
      if (part.heading() != null) {
        body.append(line("h2", "", part.heading()));
      }
      body.append(PdfWriting.markup(part.html()));
    }
    body.append(line("p", "from", address));
    String name = escaped(title);
    return PdfWriting.writeGrid(
        "<html lang=\""
            + language.code()
            + "\"><head><title>"
            + name
            + "</title><meta name=\"subject\" content=\""
            + name
            + "\"/><style>"
            + STYLE
            + "</style></head><body dir=\""
            + language.direction()
            + "\" class=\""
            + language.direction()
            + "\">"
            + body
            + "</body></html>",
        language);
  }

  private static String line(String element, String look, String text) {
    return "<" + element + " class=\"" + look + "\">" + escaped(text) + "</" + element + ">";
  }

  /** Columns are laid from the left in every language. */
  private String row(String name, String value) {
    List<String> cells = new ArrayList<>();
    cells.add("<th>" + escaped(name) + "</th>");
    cells.add("<td>" + escaped(value) + "</td>");
    if (language == Language.AR) {
      Collections.reverse(cells);
    }
    return "<tr>" + String.join("", cells) + "</tr>";
  }
}
