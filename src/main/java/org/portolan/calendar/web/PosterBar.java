package org.portolan.calendar.web;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import com.ibm.icu.text.Bidi;
import org.portolan.platform.pdf.TextWidth;

/**
 * The words of a session in its bar on a poster: the title, and beside or below it when and where,
 * where there is room for all of that. What is cut ends in dots.
 *
 * @param size of the letters, in millimetres, as all else here
 * @param width of one day
 * @param lines over each other
 * @param rtl whether the poster is read from the right
 */
record PosterBar(double size, double width, int lines, boolean rtl) {
  /** Edge and padding of the bar, and of the day around it. */
  private static final double AROUND = 4.5;

  private static final double GAP = 1.2;
  private static final String DOT = "·";

  String words(Poster.Held held, int days) {
    double room = days * width - AROUND;
    return lines == 1 ? beside(held, room) : below(held, room);
  }

  private String beside(Poster.Held held, double room) {
    String title = TextWidth.BOLD.cut(held.title(), size, room - GAP);
    return title(held, title) + details(held, room - GAP - TextWidth.BOLD.of(title, size));
  }

  private String below(Poster.Held held, double room) {
    return "<div>"
        + title(held, TextWidth.BOLD.cut(held.title(), size, room, lines - 1))
        + "</div><div>"
        + details(held, room)
        + "</div>";
  }

  /** As many of the parts as there is room for. */
  private String details(Poster.Held held, double room) {
    double dot = TextWidth.NORMAL.of(DOT, size) + 2 * GAP;
    StringBuilder details = new StringBuilder();
    double left = room;
    for (String part : held.details()) {
      left -= TextWidth.NORMAL.of(part, size) + (details.isEmpty() ? 0 : dot);
      if (left < 0) {
        break;
      }
      details.append(details.isEmpty() ? "" : "<div class=\"d\">" + DOT + "</div>");
      details.append(box("p", "", part));
    }
    return details.toString();
  }

  private String title(Poster.Held held, String text) {
    return box("t", held.language(), text);
  }

  /** A box of its own, so that words of one direction leave those of the other in their order. */
  private String box(String look, String language, String text) {
    return "<div class=\""
        + look
        + (fromTheRight(text) ? " r" : "")
        + "\""
        + (language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"")
        + " dir=\""
        + (fromTheRight(text) ? "rtl" : "ltr")
        + "\">"
        + escaped(text)
        + "</div>";
  }

  /** As the first letter of it that has a direction says, else as the poster. */
  private boolean fromTheRight(String text) {
    byte direction = Bidi.getBaseDirection(text);
    return direction == Bidi.NEUTRAL ? rtl : direction == Bidi.RTL;
  }
}
