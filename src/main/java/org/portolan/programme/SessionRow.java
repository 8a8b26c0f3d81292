package org.portolan.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.SheetEdit;

/** A session as a row of a spreadsheet. */
record SessionRow(SheetEdit edit) {
  static final String CODE = "code";
  static final String CENTRE = "centre";
  static final String COURSE = "course";
  static final String FIRST_DAY = "first_day";
  static final String LAST_DAY = "last_day";
  static final String START = "start";
  static final String END = "end";
  static final String VENUE = "venue";
  static final String ROOM = "room";
  static final String SEATS = "seats";
  static final String LANGUAGES = "languages";
  static final String APPROVAL = "approval";
  static final String DONOR = "donor";
  static final String ONLINE = "online";
  static final String CLOSING_DAY = "closing_day";
  static final String SLOTS = "slots";

  static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of(CODE, SheetColumn.Kind.CODE, 40),
          SheetColumn.of(CENTRE, SheetColumn.Kind.CODE, 30).must(),
          SheetColumn.of(COURSE, SheetColumn.Kind.CODE, 40).must(),
          SheetColumn.of(FIRST_DAY, SheetColumn.Kind.DAY, 10).must(),
          SheetColumn.of(LAST_DAY, SheetColumn.Kind.DAY, 10).must(),
          SheetColumn.of(START, SheetColumn.Kind.TIME, 5).must(),
          SheetColumn.of(END, SheetColumn.Kind.TIME, 5).must(),
          SheetColumn.text(VENUE, 160),
          SheetColumn.text(ROOM, 120),
          SheetColumn.of(SEATS, SheetColumn.Kind.WHOLE, 5).must(),
          SheetColumn.of(LANGUAGES, SheetColumn.Kind.LANGUAGES, 40).must(),
          SheetColumn.text(APPROVAL, 120).must(),
          SheetColumn.of(DONOR, SheetColumn.Kind.CODE, 30),
          SheetColumn.choice(ONLINE, List.of("true", "false")).must(),
          SheetColumn.of(CLOSING_DAY, SheetColumn.Kind.DAY, 10),
          SheetColumn.text(SLOTS, Slots.LONGEST_TEXT));

  /** Columns by the fields of a plan. */
  private static final Map<String, String> BY_FIELD =
      new TreeMap<>(
          Map.of(
              "course", COURSE,
              "timing", COURSE,
              "firstDay", FIRST_DAY,
              "lastDay", LAST_DAY,
              "applyBy", CLOSING_DAY));

  static int place(String column) {
    return COLUMNS.stream().map(SheetColumn::code).toList().indexOf(column);
  }

  static String column(String field) {
    return BY_FIELD.getOrDefault(field, field);
  }

  /** The cells of a session that is there. */
  static List<String> cells(SessionFacts session, String courseCode) {
    return List.of(
        session.code(),
        session.centreCode(),
        courseCode,
        session.firstDay().toString(),
        session.lastDay().toString(),
        session.dayStart().toString(),
        session.dayEnd().toString(),
        session.venue(),
        session.room(),
        String.valueOf(session.seats()),
        session.languages(),
        session.approval().text(),
        session.donor() == null ? "" : session.donor(),
        String.valueOf(session.online()),
        session.applyBy() == null ? "" : session.applyBy().toString(),
        session.slots().text());
  }

  /** What it plans. Its cells are of their kinds; {@code approval} may still be no chain. */
  SessionPlan plan(CourseFacts course) {
    return new SessionPlan(
            course == null ? null : course.id(),
            Timing.DATED,
            day(FIRST_DAY),
            day(LAST_DAY),
            day(CLOSING_DAY),
            LocalTime.parse(cell(START)),
            LocalTime.parse(cell(END)),
            cell(VENUE),
            cell(ROOM),
            Integer.valueOf(cell(SEATS)),
            Arrays.asList(cell(LANGUAGES).split(" ")),
            chain().orElse(null),
            cell(DONOR).isEmpty() ? null : cell(DONOR),
            Boolean.parseBoolean(cell(ONLINE)))
        .withSlots(slots().orElse(Slots.EVERY_DAY));
  }

  /** Empty where what was typed is not when a session is held. */
  Optional<Slots> slots() {
    return Slots.read(cell(SLOTS));
  }

  /** Whether days and hours of the row say from when until when its slots are. */
  boolean spans(SessionPlan plan) {
    return plan.firstDay().equals(day(FIRST_DAY))
        && plan.lastDay().equals(day(LAST_DAY))
        && plan.start().equals(LocalTime.parse(cell(START)))
        && plan.end().equals(LocalTime.parse(cell(END)));
  }

  Optional<Chain> chain() {
    return Chain.read(cell(APPROVAL));
  }

  String cell(String column) {
    return edit.after(column);
  }

  private LocalDate day(String column) {
    return cell(column).isEmpty() ? null : LocalDate.parse(cell(column));
  }

  /** By what people know it who have no code: a course that begins on a day at a centre. */
  String natural() {
    return natural(cell(CENTRE), cell(COURSE), cell(FIRST_DAY));
  }

  static String natural(String centre, String course, String firstDay) {
    return centre + " " + course + " " + firstDay;
  }
}
