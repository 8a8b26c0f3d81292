package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;

/** A training centre plans a session in time slots, and readers see when it is held. */
class SlotsJourneyIT {
  private static final String CENTRE = "/calendar/centre/DEMO-RTC-XS1";

  @ParameterizedTest
  @CsvSource({"en,14", "ar,15"})
  void aSessionIsPlannedInSlots(String language, int months) throws Exception {
    LocalDate day = YearMonth.now(ZoneOffset.UTC).plusMonths(months).atDay(9);
    try (Window centre = Window.of("centre", language);
        Window visitor = Window.of(language)) {
      centre.go("/desk/centre/session");
      assertThat(centre.find("#slots")).isHidden();
      centre.find("#hours").selectOption("slots");
      assertThat(centre.find("#firstDay")).isHidden();
      centre
          .find("#course")
          .selectOption(centre.find("#course option").nth(3).getAttribute("value"));
      centre.find("#venue").fill("Hall of slots");
      centre.find("input[name=languages][value=en]").check();

      type(centre, 0, day.toString(), "09:00", "12:00");
      centre.find("#slot-add").click();
      assertThat(centre.find("#slotDay-1")).isFocused();
      assertThat(centre.find("#slotDay-1")).hasValue(day.toString());
      assertThat(centre.find("#venue")).hasValue("Hall of slots");
      type(centre, 1, day.toString(), "11:00", "17:00");
      centre.find("#draft").click();
      assertThat(centre.find("#slots-e"))
          .containsText(centre.text("calendar", "problem.slots.overlap"));
      assertThat(centre.find("#slot-1-e")).isVisible();
      assertThat(centre.find("#slotStart-1")).hasValue("11:00");
      centre.look("slots-wrong");

      centre.find("#slotStart-1").fill("14:00");
      centre.find("#slot-next").click();
      assertThat(centre.find("#slotDay-3")).hasValue(day.plusDays(1).toString());
      centre.find("#slot-week").click();
      assertThat(centre.find("#slotDay-5")).hasValue(day.plusDays(8).toString());
      centre.find("button[value=remove-5]").click();
      assertThat(centre.find("#slotDay-5")).hasCount(0);
      centre.look("slots-form");
      // whoever presses Enter in a slot saves, and removes nothing
      centre.find("#slotEnd-4").press("Enter");
      assertThat(centre.find(".note.ok")).isVisible();

      Locator edit =
          centre
              .find("tr:has(time[datetime='" + day + "'])")
              .locator("a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])");
      String id = edit.getAttribute("href").replaceAll(".*/", "");
      edit.click();
      assertThat(centre.find("#hours")).hasValue("slots");
      assertThat(centre.find("[id^=slotDay-]")).hasCount(5);
      centre.find("#publish").click();

      visitor.go("/calendar/session/" + id);
      assertThat(visitor.find("#slots li")).hasCount(3);
      assertThat(visitor.find("#slots li").first()).containsText("09:00–12:00");
      assertThat(visitor.find("#slots li").first()).containsText("14:00–17:00");
      visitor.look("slots-session");
      visitor.go("/calendar/session/" + id + "?zone=Asia/Tokyo");
      assertThat(visitor.find("#slots-elsewhere li").first()).containsText("18:00–21:00");
      visitor.go(CENTRE + "?zone=Africa/Abidjan&view=month&period=" + YearMonth.from(day));
      assertThat(visitor.find(".ev[href$='/" + id + "']")).hasCount(3);
      visitor.go(CENTRE + "?view=week&period=" + day);
      assertThat(visitor.find("li:has(a[href$='/" + id + "'])").first())
          .containsText("09:00–12:00");
      visitor.look("slots-week");
      visitor.go(CENTRE + "?view=timeline&period=" + YearMonth.from(day));
      assertThat(visitor.find(".ev[href$='/" + id + "'] .f")).hasCount(6);
      visitor.look("slots-timeline");
      visitor.go(CENTRE);
      assertThat(visitor.main()).containsText(visitor.text("calendar", "title"));
      String feed = visitor.text(CENTRE + ".ics").replace("\r\n ", "");
      assertThat(feed.split("URL:[^\r]*/calendar/session/" + id + "\r", -1)).hasSize(4);

      assertThat(visitor.text("/api/v1/sessions/" + id))
          .contains(
              "\"slots\":[{\"start\":\"" + day + "T09:00:00Z\",\"end\":\"" + day + "T12:00:00Z\"}");
      onPaper(visitor, language, day);
      onTheScreenInTheHall(visitor, id);
    }
  }

  /** A bar for each stretch of its days, and nothing on the days between. */
  private static void onPaper(Window visitor, String language, LocalDate day) throws IOException {
    byte[] poster =
        visitor.bytes("/calendar/poster/centre/DEMO-RTC-XS1.pdf?month=" + YearMonth.from(day));
    try (PDDocument document = Loader.loadPDF(poster)) {
      assertThat(new PDFTextStripper().getText(document)).contains("14:00–17:00");
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 90),
          "png",
          new File("target/screenshots/slots-poster-" + language + ".png"));
    }
  }

  /** As if it were held today, in two days, in three and in five. */
  private static void onTheScreenInTheHall(Window visitor, String id) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    move(
        id,
        List.of(
            today + " 00:05-11:55 12:05-23:55",
            today.plusDays(2) + " 09:00-12:00 14:00-17:00",
            today.plusDays(3) + " 09:00-12:00",
            today.plusDays(5) + " 09:00-12:00 14:00-17:00"));
    visitor.go("/calendar/signage/DEMO-RTC-XS1");
    Locator later = visitor.find("section[aria-labelledby=later] li");
    assertThat(later.filter(with("14:00–17:00"))).hasCount(2);
    assertThat(later.filter(with("14:00–17:00")).first()).containsText("09:00–12:00");
    assertThat(later.filter(with(" " + today.plusDays(3).getDayOfMonth() + " · 09:00–12:00")))
        .hasCount(0);
    assertThat(visitor.find("li").filter(with("23:55"))).hasCount(1);
    visitor.look("slots-signage");
    move(id, List.of("2036-03-03 09:00-12:00"));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void move(String id, List<String> days) {
    PackagedApplication.shared()
        .database()
        .update(
            "UPDATE training_session SET slots = ?, first_day = ?, last_day = ?, starts_at = ?,"
                + " ends_at = ?, version = version + 1 WHERE id = ?",
            String.join("; ", days),
            day(days, 0),
            day(days, days.size() - 1),
            day(days, 0) + " 00:05:00",
            day(days, days.size() - 1) + " 17:00:00",
            id);
  }

  private static String day(List<String> days, int which) {
    return days.get(which).substring(0, 10);
  }

  private static void type(Window centre, int row, String day, String start, String end) {
    centre.find("#slotDay-" + row).fill(day);
    centre.find("#slotStart-" + row).fill(start);
    centre.find("#slotEnd-" + row).fill(end);
  }
}
