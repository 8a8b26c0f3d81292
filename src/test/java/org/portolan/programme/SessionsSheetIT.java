package org.portolan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.CalendarService;
import org.portolan.container.Scenario;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.exchange.CheckedRow;
import org.portolan.platform.exchange.DayOrder;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.ImportJob;
import org.portolan.platform.exchange.ImportState;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.exchange.Verdict;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;

/** A centre enters its year from a spreadsheet. */
@ArquillianTest
class SessionsSheetIT {
  private static final String HEAD =
      "course,first_day,last_day,start,end,venue,room,seats,languages,approval,donor,online,"
          + "closing_day\n";

  @Inject private Exchange exchange;
  @Inject private ProgrammeTemplate template;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  @AfterEach
  void asItWas() {
    scenario.sql(
        "DELETE FROM seat_line WHERE session_id IN (SELECT id FROM training_session WHERE first_day"
            + " >= '2034-07-01')");
    scenario.sql(
        "DELETE FROM seat_book WHERE session_id IN (SELECT id FROM training_session WHERE first_day"
            + " >= '2034-07-01')");
    scenario.sql("DELETE FROM training_session WHERE first_day >= '2034-07-01'");
    scenario.asNobody();
  }

  @Test
  void aYearIsLookedAtMendedAppliedAndUndone() {
    String good = row("2034-09-04", "8.9.2034") + row("13/11/2034", "17/11/2034");
    scenario.asCentre();
    ImportJob dry = upload(HEAD + good + row("2034-12-08", "2034-12-04") + row("29/02/2035", ""));
    assertThat(dry.counts()).isEqualTo(new ImportJob.Counts(4, 2, 0, 0, 0, 2));
    assertThat(problems(dry))
        .containsEntry(4, "last_day calendar.problem.lastDay")
        .containsEntry(5, "first_day platform.exchange.problem.day-none");
    assertThat(drafts()).as("a dry run changes nothing").isZero();
    assertThat(exchange.apply(dry.id(), false)).as("whole or not at all").isFalse();

    ImportJob mended = upload(HEAD + good);
    assertThat(exchange.apply(mended.id(), false)).isTrue();
    assertThat(settled(mended.id()).state()).isEqualTo(ImportState.APPLIED);
    assertThat(drafts()).isEqualTo(2);

    ImportJob again = upload(HEAD + good);
    assertThat(again.counts()).as("the same again").isEqualTo(counts(2, 0, 0, 2));
    ImportJob more = upload(HEAD + row("2034-09-04", "8.9.2034").replace(",20,", ",25,"));
    assertThat(more.counts()).isEqualTo(counts(1, 0, 1, 0));

    exchange.undo(mended.id());
    ImportJob undone = settled(mended.id());
    assertThat(undone.state()).as(undone.problems().toString()).isEqualTo(ImportState.UNDONE);
    assertThat(drafts()).isZero();
  }

  @Test
  void slotsStandInAColumnAndHaveToFitTheirRow() {
    String slots = "2034-09-04 09:00-12:00 14:00-16:30; 2034-09-08 09:00-12:00";
    scenario.asCentre();
    ImportJob wrong =
        upload(
            IN_SLOTS
                + inSlots("2034-09-04", "2034-09-08", "Monday morning")
                + inSlots("2034-09-11", "2034-09-15", slots)
                + inSlots("2034-09-18", "2034-09-18", "2034-09-18 09:00-12:00 11:00-16:30"));
    assertThat(problems(wrong))
        .containsEntry(2, "slots calendar.problem.slots.text")
        .containsEntry(3, "slots programme.row.slots")
        .containsEntry(4, "slots calendar.problem.slots.overlap")
        .hasSize(3);

    ImportJob good = upload(IN_SLOTS + inSlots("2034-09-04", "2034-09-08", slots));
    exchange.apply(good.id(), false);
    assertThat(settled(good.id()).state()).isEqualTo(ImportState.APPLIED);
    assertThat(scenario.text("SELECT slots FROM training_session WHERE first_day = '2034-09-04'"))
        .isEqualTo(slots);
    assertThat(upload(IN_SLOTS + inSlots("2034-09-04", "2034-09-08", slots)).counts())
        .as("the same again")
        .isEqualTo(counts(1, 0, 0, 1));
    String typed = "2034-09-08: 9:00–12:00; 2034-09-04 9:00–12:00, 14:00–16:30";
    assertThat(upload(IN_SLOTS + inSlots("2034-09-04", "2034-09-08", typed)).counts())
        .as("the same in other words")
        .isEqualTo(counts(1, 0, 0, 1));
    ImportJob daily = upload(IN_SLOTS + inSlots("2034-09-04", "2034-09-08", ""));
    assertThat(daily.counts()).isEqualTo(counts(1, 0, 1, 0));
    exchange.apply(daily.id(), false);
    settled(daily.id());
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM training_session WHERE first_day = '2034-09-04' AND slots IS"
                    + " NULL"))
        .isOne();
  }

  private static final String IN_SLOTS = HEAD.replace("\n", ",slots\n");

  private String inSlots(String first, String last, String slots) {
    return row(first, last).replace("\n", ",\"" + slots + "\"\n");
  }

  @Test
  void theGoodRowsAreAppliedAloneWhereSomebodySaysSo() {
    scenario.asCentre();
    ImportJob job = upload(HEAD + row("2034-09-04", "2034-09-08") + row("2034-09-11", "x"));
    assertThat(exchange.apply(job.id(), false, true)).isTrue();
    assertThat(settled(job.id()).state()).isEqualTo(ImportState.APPLIED);
    assertThat(drafts()).isEqualTo(1);
  }

  @Test
  void aDayThatMayMeanTwoIsRefusedUntilItIsSaidHowItIsMeant() {
    scenario.asCentre();
    ImportJob job = upload(HEAD + row("02/10/2034", "06/10/2034"));
    assertThat(problems(job).get(2)).isEqualTo("first_day platform.exchange.problem.day-open");
    exchange.rereadDays(job.id(), DayOrder.DAY_FIRST);
    ImportJob read = settled(job.id());
    assertThat(read.counts()).isEqualTo(counts(1, 1, 0, 0));
    exchange.apply(read.id(), false);
    settled(read.id());
    assertThat(scenario.text("SELECT MAX(first_day) FROM training_session"))
        .isEqualTo("2034-10-02");
  }

  @Test
  void everythingThatCannotBeIsSaidOfItsCell() {
    scenario.asCentre();
    ImportJob job =
        upload(
            HEAD
                + row("2034-09-04", "2034-09-08").replace(course(), "NO-SUCH")
                + row("2034-09-11", "2034-09-15").replace("09:00", "25:00")
                + row("2034-09-18", "2034-09-22").replace("16:30", "08:30")
                + row("2034-09-25", "2034-09-29").replace("coordinator", "nobody")
                + row("2034-10-02", "2034-10-06").replace(",,false", ",DEMO-NOBODY,false")
                + row("2034-10-09", "2034-10-13").replace("Hall", "=HYPERLINK(1)")
                + row("2020-10-09", "2020-10-13")
                + row("2034-10-16", "2034-10-20")
                + row("2034-10-16", "2034-10-20"));
    assertThat(problems(job))
        .containsEntry(2, "course programme.row.course")
        .containsEntry(3, "start platform.exchange.problem.time")
        .containsEntry(4, "end calendar.problem.end")
        .containsEntry(5, "approval programme.row.approval")
        .containsEntry(6, "donor programme.row.donor")
        .containsEntry(7, "venue platform.exchange.problem.formula")
        .containsEntry(8, "first_day programme.row.past")
        .containsEntry(10, "first_day programme.row.twice")
        .hasSize(8);
  }

  @Test
  void whatIsPublishedOrOfAnotherCentreIsNotChangedByAFile() {
    scenario.asCentre();
    ImportJob job = upload(HEAD + row("2034-09-04", "2034-09-08"));
    exchange.apply(job.id(), false);
    settled(job.id());
    calendar.publish(scenario.number("SELECT MAX(id) FROM training_session"));
    ImportJob changed = upload(HEAD + row("2034-09-04", "2034-09-08").replace(",20,", ",25,"));
    assertThat(problems(changed)).containsEntry(2, "code programme.row.published");
    exchange.undo(job.id());
    assertThat(settled(job.id()).state()).as("seen by others").isEqualTo(ImportState.APPLIED);
    ImportJob other = upload("centre," + HEAD + "DEMO-RTC-XN1," + row("2034-11-06", "2034-11-10"));
    assertThat(other.counts().error()).isEqualTo(1);

    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> exchange.upload("sessions", "x.csv", new byte[] {'x'}))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aWorkbookWithRealDaysAndTimesIsReadAndAHugeOneIsNot() throws IOException {
    scenario.asCentre();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Excel", null)) {
      Worksheet sheet = workbook.newWorksheet("Year");
      String[] head = HEAD.strip().split(",");
      for (int i = 0; i < head.length; i++) {
        sheet.value(0, i, head[i]);
      }
      sheet.value(1, 0, course());
      sheet.value(1, 1, LocalDate.parse("2034-09-04"));
      sheet.value(1, 2, LocalDate.parse("2034-09-08"));
      sheet.value(1, 3, 0.375);
      sheet.value(1, 4, 0.6875);
      sheet.value(1, 5, "Hall");
      sheet.value(1, 7, 20);
      sheet.value(1, 8, "EN, fr");
      sheet.value(1, 9, "Coordinator");
      sheet.value(1, 11, false);
    }
    ImportJob job = settled(exchange.upload("sessions", "year.xlsx", out.toByteArray()));
    assertThat(job.counts()).as(problems(job).toString()).isEqualTo(counts(1, 1, 0, 0));
    CheckedRow row = exchange.rows(job.id(), Set.of(Verdict.NEW), 1).get(0);
    assertThat(row.after().subList(3, 7))
        .containsExactly("2034-09-04", "2034-09-08", "09:00", "16:30");

    ImportJob huge = upload(HEAD + row("2034-09-04", "2034-09-08").repeat(10_000));
    assertThat(huge.state()).isEqualTo(ImportState.UNREADABLE);
    assertThat(huge.problems())
        .extracting(CellProblem::key)
        .containsExactly("platform.exchange.file.rows");
  }

  @Test
  void whatIsTakenOutComesBackAsItWasAndTheEmptySheetNamesTheCourses() throws IOException {
    scenario.asCentre();
    ImportJob job = upload(HEAD + row("2034-09-04", "2034-09-08").replace("Hall", "'=1+1"));
    exchange.apply(job.id(), false);
    settled(job.id());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exchange.export("sessions", Scope.centre(Scenario.CENTRE), FileForm.Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=1+1").doesNotContain(",=1+1");
    ImportJob back = settled(exchange.upload("sessions", "back.csv", out.toByteArray()));
    assertThat(back.counts().same()).as(problems(back).toString()).isEqualTo(back.counts().all());

    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    SentTable.write(template.sheets(Language.EN), empty);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(empty.toByteArray()))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()).toList())
          .containsExactly("sessions", "courses");
      assertThat(workbook.getSheet(1).orElseThrow().read())
          .anyMatch(row -> row.getCellText(0).equals(course()));
    }
  }

  private ImportJob upload(String csv) {
    return settled(exchange.upload("sessions", "year.csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private ImportJob settled(long id) {
    for (int i = 0; i < 600; i++) {
      ImportJob job = exchange.find(id);
      if (!job.state().moving()) {
        return job;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("it takes too long");
  }

  /** The first problem of each row in error, by its line. */
  private Map<Integer, String> problems(ImportJob job) {
    Map<Integer, String> problems = new TreeMap<>();
    for (CheckedRow row : exchange.rows(job.id(), Set.of(Verdict.ERROR), 100)) {
      CellProblem first = row.problems().get(0);
      problems.put(row.line(), first.column() + " " + first.key());
    }
    return problems;
  }

  private String row(String first, String last) {
    return course()
        + ","
        + first
        + ","
        + last
        + ",09:00,16:30,Hall,,20,en fr,coordinator,,false,\n";
  }

  private String course() {
    return scenario.text("SELECT code FROM course ORDER BY id LIMIT 1");
  }

  private long drafts() {
    return scenario.number("SELECT COUNT(*) FROM training_session WHERE first_day >= '2034-07-01'");
  }

  private static ImportJob.Counts counts(int all, int made, int changed, int same) {
    return new ImportJob.Counts(all, made, changed, 0, same, 0);
  }
}
