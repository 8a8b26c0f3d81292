package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/**
 * A centre publishes a year from a spreadsheet, which the Regional Office checks, and copies it
 * into the next.
 */
class ProgrammeJourneyIT {
  private static final String CENTRE = "DEMO-RTC-XS1";
  private static final double PATIENCE = 60_000;

  @ParameterizedTest
  @CsvSource({"en,2033", "ar,2034"})
  void aYearIsPublishedFromASpreadsheetAndCopiedIntoTheNext(String language, int year)
      throws SQLException {
    TestDatabase database = PackagedApplication.shared().database();
    String course = course(database);
    String programme = "/desk/programme?centre=" + CENTRE + "&year=" + year;
    try (Window centre = Window.of("centre", language);
        Window office = Window.of("rocb", language)) {
      block(centre, programme, year);
      fromASpreadsheet(centre, course, year);

      centre.go(programme);
      centre.look("programme-drafts");
      centre.find("button[value='submit-all']").click();
      done(centre, "submitted");

      office.go(programme);
      office.look("programme-of-the-office");
      office.find("input[name='session']").first().check();
      office.find("button[value='send-back']").click();
      assertThat(office.find(".note.err")).containsText(office.text("calendar", "problem.note"));
      office.find("button[value='check-all']").click();
      done(office, "checked");

      centre.go(programme);
      // by keyboard alone
      centre.find("button[value='publish-all']").focus();
      centre.page.keyboard().press("Enter");
      done(centre, "published");
      centre.look("programme-published");
      centre.find("tbody a").first().click();
      assertThat(centre.find("#stage")).containsText(centre.text("calendar", "stage.published"));
      centre.look("programme-session");

      centre.go("/desk/programme/copy?centre=" + CENTRE + "&year=" + (year + 1));
      centre.look("programme-copy");
      assertThat(centre.find("input[name='session']")).hasCount(2);
      centre.find("input[name='session']").last().uncheck();
      centre.find("button[value='copy']").click();
      done(centre, "copied");
      assertThat(centre.find("input[name='session']")).hasCount(1);
      centre.look("programme-copied");
    } finally {
      // a published session is in the index
      database.update(
          "INSERT INTO index_change (kind, entity_id, created_at) SELECT 'session', id,"
              + " UTC_TIMESTAMP(6) FROM training_session WHERE first_day >= ?",
          year + "-07-01");
      for (String table : new String[] {"seat_line", "seat_book", "session_condition"}) {
        database.update(
            "DELETE FROM "
                + table
                + " WHERE session_id IN (SELECT id FROM training_session WHERE first_day >= ?)",
            year + "-07-01");
      }
      database.update("DELETE FROM training_session WHERE first_day >= ?", year + "-07-01");
      database.update("DELETE FROM centre_block WHERE first_day >= ?", year + "-07-01");
    }
  }

  /** One that is held whenever a centre likes. */
  private static String course(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT MIN(code) FROM course WHERE state = 'published' AND valid_from IS NULL AND"
                    + " valid_until IS NULL AND mode = 'workshop'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void block(Window centre, String programme, int year) {
    centre.go(programme);
    centre.find("button[value='block']").click();
    assertThat(centre.find("#blocking .error")).hasCount(3);
    centre.look("programme-block-wrong");
    centre.find("#firstDay").fill(year + 1 + "-09-01");
    centre.find("#lastDay").fill(year + 1 + "-09-30");
    centre.find("#words").fill("Recruits");
    centre.find("button[value='block']").click();
    done(centre, "blocked");
  }

  private static void fromASpreadsheet(Window centre, String course, int year) {
    centre.find("a[href='/desk/exchange?kind=sessions']").click();
    centre.look("exchange-sessions");
    LocalDate monday =
        LocalDate.of(year, 9, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    String head = "course,first_day,last_day,start,end,venue,seats,languages,approval\n";
    String rest = ",9:00,16:30,Hall,20,en fr,coordinator\n";
    String good = course + "," + monday + "," + monday.plusDays(4) + rest;
    upload(
        centre, head + good + course + ",05/10/" + year + ",06/10/" + year + rest + "X,x" + rest);
    assertThat(centre.find("#wrong")).isVisible(patiently());
    assertThat(centre.find("#wrong")).containsText(year + "-05-10");
    centre.look("sessions-wrong");
    centre.page.selectOption("#order", "day-first");
    centre.find("button[value='days']").click();
    assertThat(centre.find("#count-error")).hasText("1", textPatiently());
    centre.look("sessions-day-first");
    centre.find("button[value='discard']").click();
    upload(centre, head + good + course + ",5.10." + year + ",6.10." + year + rest);
    assertThat(centre.find("#count-new")).hasText("2", textPatiently());
    centre.look("sessions-dry-run");
    centre.find("button[value='apply']").click();
    assertThat(centre.find("#state.applied")).isVisible(patiently());
  }

  private static void upload(Window centre, String csv) {
    centre.go("/desk/exchange?kind=sessions");
    centre
        .find("#file")
        .setInputFiles(
            new FilePayload(
                "year.csv", "application/octet-stream", csv.getBytes(StandardCharsets.UTF_8)));
    centre.find("#upload").click();
  }

  private static void done(Window window, String what) {
    assertThat(window.find(".note.ok")).containsText(window.text("programme", "done." + what));
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.HasTextOptions textPatiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }
}
