package org.portolan.calendar.web;

import static org.portolan.platform.pdf.PdfWriting.escaped;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;

/**
 * Months of the calendar as they hang on a wall: a page each, with a bar over the days of each
 * session. What finds no room on a day is counted there.
 *
 * @param title whose calendar it is
 * @param note what stands under the title: the place, the clocks
 * @param address of the page that shows the same
 * @param legend families of themes, each by its class and its name
 */
record Poster(
    Language language,
    Paper paper,
    String title,
    String note,
    String address,
    List<Family> legend,
    List<Held> held) {

  private static final int WEEK = 7;

  /** Bars over a day; a month of six weeks has room for fewer. */
  private static final int LANES = 6;

  private static final int LANES_OF_SIX_WEEKS = 5;

  /** A size of paper, lying. */
  enum Paper {
    A4(1),
    A3(1.414);

    private final double scale;

    Paper(double scale) {
      this.scale = scale;
    }

    String length(double millimetres) {
      return String.format(Locale.ROOT, "%.2fmm", millimetres * scale);
    }
  }

  /** A family of themes. */
  record Family(String look, String name) {}

  /** A session with its days, on the clocks on which the poster shows them. */
  record Held(String title, String detail, String look, LocalDate first, LocalDate last) {}

  byte[] pdf(List<YearMonth> months) {
    return PdfWriting.write(document(months), language);
  }

  String document(List<YearMonth> months) {
    return "<html lang=\""
        + language.code()
        + "\"><head><title>"
        + escaped(title)
        + "</title><meta name=\"subject\" content=\""
        + escaped(note)
        + "\"/><style>"
        + style()
        + "</style></head><body dir=\""
        + language.direction()
        + "\" class=\""
        + language.direction()
        + "\">"
        + months.stream()
            .map(month -> page(month, month.equals(months.get(months.size() - 1))))
            .collect(Collectors.joining())
        + "</body></html>";
  }

  private String page(YearMonth month, boolean last) {
    StringBuilder page = new StringBuilder();
    page.append("<div class=\"page").append(last ? " last" : "").append("\">");
    page.append("<table class=\"top\"><tr>");
    append(
        page,
        List.of(
            "<td class=\"name\">" + escaped(title) + "<br/><span>" + escaped(note) + "</span></td>",
            "<td class=\"month\">" + escaped(monthName(month)) + "</td>"));
    page.append("</tr></table><table class=\"grid\"><tr>");
    append(
        page,
        Arrays.stream(DayOfWeek.values())
            .map(
                day ->
                    "<th>"
                        + escaped(day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()))
                        + "</th>")
            .toList());
    page.append("</tr>");
    Period period = new Period(Period.Length.MONTH, month.atDay(1));
    LocalDate from = DayGrid.first(period);
    int weeks = (int) ChronoUnit.WEEKS.between(from, DayGrid.last(period)) + 1;
    int lanes = weeks > 5 ? LANES_OF_SIX_WEEKS : LANES;
    for (int i = 0; i < weeks; i++) {
      week(page, from.plusWeeks(i), month, lanes);
    }
    page.append("</table>").append(foot()).append("</div>");
    return page.toString();
  }

  private void week(StringBuilder page, LocalDate monday, YearMonth month, int lanes) {
    List<Held> here =
        held.stream()
            .filter(
                each ->
                    !each.first().isAfter(monday.plusDays(WEEK - 1L))
                        && !each.last().isBefore(monday))
            .toList();
    List<Lanes.Span> spans = here.stream().map(each -> span(each, monday)).toList();
    List<Integer> places = Lanes.of(spans);
    page.append("<tr class=\"d\">");
    List<String> days = new ArrayList<>();
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = monday.plusDays(i);
      days.add(
          "<td class=\"top"
              + (YearMonth.from(day).equals(month) ? "" : " out")
              + "\">"
              + day.getDayOfMonth()
              + "</td>");
    }
    append(page, days);
    page.append("</tr>");
    for (int lane = 1; lane <= lanes; lane++) {
      page.append("<tr class=\"l\">");
      append(page, lane(here, spans, places, lane, monday, month));
      page.append("</tr>");
    }
    page.append("<tr class=\"m\">");
    append(page, more(spans, places, lanes, monday, month));
    page.append("</tr>");
  }

  private static Lanes.Span span(Held each, LocalDate monday) {
    long from = ChronoUnit.DAYS.between(monday, each.first());
    long to = ChronoUnit.DAYS.between(monday, each.last());
    return new Lanes.Span((int) Math.max(0, from), (int) Math.min(WEEK - 1L, to));
  }

  private List<String> lane(
      List<Held> here,
      List<Lanes.Span> spans,
      List<Integer> places,
      int lane,
      LocalDate monday,
      YearMonth month) {
    List<String> cells = new ArrayList<>();
    int day = 0;
    while (day < WEEK) {
      int found = beginning(spans, places, lane, day);
      if (found < 0) {
        cells.add("<td" + outside(monday.plusDays(day), month) + "></td>");
        day++;
      } else {
        Lanes.Span span = spans.get(found);
        cells.add(
            "<td colspan=\""
                + (span.to() - span.from() + 1)
                + "\"><div class=\"ev "
                + here.get(found).look()
                + "\">"
                + bar(here.get(found))
                + "</div></td>");
        day = span.to() + 1;
      }
    }
    return cells;
  }

  private static String bar(Held held) {
    // a space between letters of two directions gets lost
    return "<b>" + escaped(held.title()) + "</b><span>" + escaped(held.detail()) + "</span>";
  }

  private static int beginning(List<Lanes.Span> spans, List<Integer> places, int lane, int day) {
    for (int i = 0; i < spans.size(); i++) {
      if (places.get(i) == lane && spans.get(i).from() == day) {
        return i;
      }
    }
    return -1;
  }

  private List<String> more(
      List<Lanes.Span> spans, List<Integer> places, int lanes, LocalDate monday, YearMonth month) {
    List<String> cells = new ArrayList<>();
    for (int day = 0; day < WEEK; day++) {
      int left = 0;
      for (int i = 0; i < spans.size(); i++) {
        if (places.get(i) > lanes && spans.get(i).from() <= day && day <= spans.get(i).to()) {
          left++;
        }
      }
      cells.add(
          "<td"
              + outside(monday.plusDays(day), month)
              + ">"
              + (left == 0 ? "" : escaped(Texts.format(language, "calendar.more.day", left)))
              + "</td>");
    }
    return cells;
  }

  private static String outside(LocalDate day, YearMonth month) {
    return YearMonth.from(day).equals(month) ? "" : " class=\"out\"";
  }

  private String foot() {
    List<String> cells = new ArrayList<>();
    for (Family each : legend) {
      cells.add(
          "<td class=\"key\"><div class=\"ev "
              + each.look()
              + "\">"
              + escaped(each.name())
              + "</div></td>");
    }
    cells.add("<td class=\"where\">" + escaped(address) + "</td>");
    StringBuilder foot = new StringBuilder("<table class=\"foot\"><tr>");
    append(foot, cells);
    return foot.append("</tr></table>").toString();
  }

  /** Columns are laid from the left in every language. */
  private void append(StringBuilder row, List<String> cells) {
    List<String> laid = new ArrayList<>(cells);
    if (language.direction().equals("rtl")) {
      Collections.reverse(laid);
    }
    laid.forEach(row::append);
  }

  private String monthName(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL y").withLocale(language.locale()).format(month);
  }

  private String style() {
    return "@page { size: "
        + paper
        + " landscape; margin: "
        + paper.length(9)
        + "; }"
        + "body { font-family: '"
        + PdfWriting.FONT
        + "'; font-size: "
        + paper.length(2.6)
        + "; line-height: 1.25; color: #16242f; margin: 0; }"
        + ".page { page-break-after: always; } .page.last { page-break-after: auto; }"
        + "table { width: 100%; border-collapse: collapse; table-layout: fixed; }"
        + ".top { margin-bottom: "
        + paper.length(2)
        + "; } .top td { vertical-align: bottom; padding: 0; }"
        + ".name { font-size: "
        + paper.length(6)
        + "; font-weight: bold; color: #0f4c75; width: 68%; } .name span { font-size: "
        + paper.length(3)
        + "; font-weight: normal; color: #4c5a66; }"
        + ".month { font-size: "
        + paper.length(8)
        + "; font-weight: bold; } .ltr .month { text-align: right; }"
        + ".rtl .month { text-align: left; } .rtl .name { text-align: right; }"
        + ".grid th { background-color: #0f4c75; color: #ffffff; padding: "
        + paper.length(1)
        + "; border: 0.3mm solid #0f4c75; text-align: center; }"
        + ".grid td { border-left: 0.25mm solid #c9c5ba; border-right: 0.25mm solid #c9c5ba;"
        + " padding: 0 "
        + paper.length(0.6)
        + "; }"
        + ".rtl td { text-align: right; } .out { background-color: #f3f1eb; color: #7a848c; }"
        + "tr.d td { border-top: 0.25mm solid #76828c; font-weight: bold; height: "
        + paper.length(3.6)
        + "; } tr.l td { height: "
        + paper.length(3.7)
        + "; } tr.m td { height: "
        + paper.length(3)
        + "; color: #7a5200; font-size: "
        + paper.length(2.2)
        + "; }"
        + ".ev { height: "
        + paper.length(3.3)
        + "; overflow: hidden; background-color: #e7f0f6; padding: 0 "
        + paper.length(0.8)
        + "; font-size: "
        + paper.length(2.4)
        + "; line-height: 1.3; }"
        + ".ltr .ev { border-left: "
        + paper.length(1)
        + " solid #0f4c75; } .rtl .ev { border-right: "
        + paper.length(1)
        + " solid #0f4c75; text-align: right; }"
        + family("enforcement", "#f3eaf5", "#6b3a78")
        + family("facilitation", "#e2f1ef", "#0b6e69")
        + family("organization", "#fbf1da", "#7a5200")
        + ".ev.cancelled { background-color: #ffffff; text-decoration: line-through;"
        + " border-color: #76828c; color: #4c5a66; }"
        + ".ev span { padding: 0 "
        + paper.length(1)
        + "; }"
        + ".foot { margin-top: "
        + paper.length(2)
        + "; table-layout: auto; } .foot td { padding: 0 "
        + paper.length(1)
        + "; } .where { color: #4c5a66; } .ltr .where { text-align: right; }"
        + ".rtl .where { text-align: left; }";
  }

  private static String family(String name, String ground, String edge) {
    return ".ev." + name + " { background-color: " + ground + "; border-color: " + edge + "; }";
  }
}
