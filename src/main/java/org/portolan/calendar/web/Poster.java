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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.pdf.PdfWriting;

/**
 * Months of the calendar as they hang on a wall: a page each, with a bar over the days of each
 * session. A week in which little is held has room for more words. What finds no room on a day is
 * counted there.
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

  /** Heights on A4, in millimetres: all weeks of a month, the days of a week, what is counted. */
  private static final double WEEKS = 155;

  static final double NUMBER = 4;
  static final double MORE = 3;

  /** Size of the letters of a bar, and the height that one line of them needs at least. */
  static final double LETTERS = 2.5;

  private static final double LANE = 3.75;
  private static final double BETWEEN = 0.4;
  private static final double WIDTH = 279;
  private static final int MOST_LINES = 3;
  private static final int LONG_TITLE = 44;
  private static final int WEEK = 7;

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

  /**
   * A session with its days, on the clocks on which the poster shows them.
   *
   * @param language of the title
   * @param details of which the last are left out first where there is no room for all
   */
  record Held(
      String title,
      String language,
      List<String> details,
      String look,
      LocalDate first,
      LocalDate last) {}

  byte[] pdf(List<YearMonth> months) {
    return PdfWriting.writeGrid(document(months), language);
  }

  String document(List<YearMonth> months) {
    return "<html lang=\""
        + language.code()
        + "\"><head><title>"
        + escaped(title + " · " + span(months))
        + "</title><meta name=\"subject\" content=\""
        + escaped(note)
        + "\"/><style>"
        + new PosterStyle(paper).text()
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

  private String span(List<YearMonth> months) {
    String first = monthName(months.get(0));
    return months.size() == 1 ? first : first + " – " + monthName(months.get(months.size() - 1));
  }

  private String page(YearMonth month, boolean last) {
    StringBuilder page = new StringBuilder();
    page.append("<div class=\"page")
        .append(last ? " last" : "")
        .append("\"><div class=\"head\"><h1")
        .append(title.length() > LONG_TITLE ? " class=\"long\"" : "")
        .append('>')
        .append(escaped(title))
        .append("</h1><p class=\"note\">")
        .append(escaped(note))
        .append("</p><h2>")
        .append(escaped(monthName(month)))
        .append("</h2></div><table class=\"days\">");
    row(
        page,
        Arrays.stream(DayOfWeek.values())
            .map(
                day ->
                    "<th>"
                        + escaped(day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()))
                        + "</th>")
            .toList());
    page.append("</table>");
    LocalDate from = DayGrid.first(new Period(Period.Length.MONTH, month.atDay(1)));
    LocalDate to = DayGrid.last(new Period(Period.Length.MONTH, month.atDay(1)));
    int weeks = (int) ChronoUnit.WEEKS.between(from, to) + 1;
    for (int i = 0; i < weeks; i++) {
      week(page, from.plusWeeks(i), month, WEEKS / weeks - NUMBER - MORE);
    }
    return page.append(foot()).append("</div>").toString();
  }

  /** A table of its own, so that what is held is under the days of its week and no others. */
  private void week(StringBuilder page, LocalDate monday, YearMonth month, double height) {
    List<Held> here =
        held.stream()
            .filter(
                each ->
                    !each.first().isAfter(monday.plusDays(WEEK - 1L))
                        && !each.last().isBefore(monday))
            // what is held on some days only comes with all of them
            .sorted(Comparator.comparing(Held::first))
            .toList();
    List<Lanes.Span> spans = here.stream().map(each -> span(each, monday)).toList();
    List<Integer> places = Lanes.of(spans);
    int lanes = (int) (height / LANE);
    int used = Math.min(lanes, places.stream().mapToInt(Integer::intValue).max().orElse(0));
    int lines = Math.max(1, Math.min(MOST_LINES, used == 0 ? 1 : lanes / used));
    page.append("<table class=\"week\">");
    row(page, numbers(monday, month));
    for (int lane = 1; lane <= used; lane++) {
      row(page, lane(here, spans, places, lane, lines, height / lanes, monday, month));
    }
    row(page, rest(spans, places, used, height - used * lines * height / lanes, monday, month));
    page.append("</table>");
  }

  private static List<String> numbers(LocalDate monday, YearMonth month) {
    List<String> days = new ArrayList<>();
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = monday.plusDays(i);
      days.add("<th" + outside(day, month) + ">" + day.getDayOfMonth() + "</th>");
    }
    return days;
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
      int lines,
      double height,
      LocalDate monday,
      YearMonth month) {
    List<String> cells = new ArrayList<>();
    PosterBar bar = new PosterBar(LETTERS, WIDTH / WEEK, lines, rtl());
    int day = 0;
    while (day < WEEK) {
      int found = beginning(spans, places, lane, day);
      if (found < 0) {
        cells.add("<td" + outside(monday.plusDays(day), month) + "></td>");
        day++;
      } else {
        int days = spans.get(found).to() - day + 1;
        cells.add(
            "<td colspan=\""
                + days
                + "\" style=\"height: "
                + paper.length(height * lines)
                + "\"><div class=\"ev "
                + (lines == 1 ? "one " : "")
                + here.get(found).look()
                + "\" style=\"height: "
                + paper.length(height * lines - BETWEEN)
                + "\">"
                + bar.words(here.get(found), days)
                + "</div></td>");
        day += days;
      }
    }
    return cells;
  }

  private static int beginning(List<Lanes.Span> spans, List<Integer> places, int lane, int day) {
    for (int i = 0; i < spans.size(); i++) {
      if (places.get(i) == lane && spans.get(i).from() == day) {
        return i;
      }
    }
    return -1;
  }

  /** The room that no bar takes, and how many found none. */
  private List<String> rest(
      List<Lanes.Span> spans,
      List<Integer> places,
      int lanes,
      double height,
      LocalDate monday,
      YearMonth month) {
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
              + " style=\"height: "
              + paper.length(height + MORE)
              + "\">"
              + (left == 0
                  ? ""
                  : "<div class=\"more\">"
                      + escaped(Texts.format(language, "calendar.more.day", left))
                      + "</div>")
              + "</td>");
    }
    return cells;
  }

  private static String outside(LocalDate day, YearMonth month) {
    return YearMonth.from(day).equals(month) ? "" : " class=\"out\"";
  }

  private String foot() {
    return "<div class=\"foot\"><p class=\"keys\">"
        + legend.stream()
            .map(
                each ->
                    "<span class=\"ev " + each.look() + "\">" + escaped(each.name()) + "</span>")
            .collect(Collectors.joining())
        + "</p><p class=\"where\" dir=\"ltr\">"
        + escaped(address)
        + "</p></div>";
  }

  /** Columns are laid from the left in every language. */
  private void row(StringBuilder table, List<String> cells) {
    List<String> laid = new ArrayList<>(cells);
    if (rtl()) {
      Collections.reverse(laid);
    }
    table.append("<tr>");
    laid.forEach(table::append);
    table.append("</tr>");
  }

  private boolean rtl() {
    return language.direction().equals("rtl");
  }

  private String monthName(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL y").withLocale(language.locale()).format(month);
  }
}
