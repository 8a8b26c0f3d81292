package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two centres draft small sessions of one course; the regional office sees that they could be one,
 * dismisses something else with a reason, and proposes a joint edition by keyboard alone. Both
 * centres agree, and there is a draft with a co-host.
 */
class RadarJourneyIT {
  private static final String LEAD = "DEMO-RTC-XS1";
  private static final String OTHER = "DEMO-RTC-XS2";

  @ParameterizedTest
  @CsvSource({"en,2031", "ar,2032"})
  void twoDraftsBecomeOneSession(String language, int year) {
    LocalDate monday =
        LocalDate.of(year, 10, 1)
            .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
    try (Window admin = Window.of("admin", language);
        Window office = Window.of("rocb", language);
        Window centre = Window.of("centre", language)) {
      draft(admin, LEAD, monday, 12);
      draft(admin, OTHER, monday.plusWeeks(1), 14);
      // a working week and the Saturday after it
      draft(admin, OTHER, monday.plusWeeks(20), 30, 5);

      office.go("/desk/radar");
      office.page.waitForURL(address -> address.contains("/radar"));
      office.look("radar");
      office.go("/desk/region/WCA/radar?year=" + year);
      Locator joint = office.find("[data-kind=joint-edition]");
      Locator rest = office.find("section [data-kind=rest-day]");
      assertThat(joint).hasCount(1);
      assertThat(rest).hasCount(1);
      office.look("radar-of-a-year");

      rest.locator("summary").click();
      rest.locator("button[value=dismiss]").click();
      assertThat(office.find(".note.err")).containsText(office.text("radar", "problem.reason"));
      office.look("radar-no-reason");
      rest.locator("textarea").fill("The trainers are there on Saturdays only.");
      rest.locator("button[value=dismiss]").click();
      assertThat(office.find(".note.ok[role=status]"))
          .containsText(office.text("radar", "done.dismissed"));
      assertThat(rest).hasCount(0);
      office.find("#dismissed > summary").click();
      assertThat(office.find("#dismissed")).containsText("on Saturdays only");
      office.look("radar-dismissed");

      joint.locator("a.joint").focus();
      office.page.keyboard().press("Enter");
      assertThat(office.find("#lead")).isVisible();
      office.look("joint-edition-form");
      office.find("#leadCost").fill("140");
      office.find("#propose").focus();
      office.page.keyboard().press("Enter");
      assertThat(office.find("#leadCost-error"))
          .containsText(office.text("radar", "problem.percent"));
      office.look("joint-edition-wrong");
      office.find("#lead").selectOption(LEAD);
      office.find("#other").selectOption(OTHER);
      office.find("#leadCost").fill("60");
      office.find("#costWords").fill("Each centre its trainers.");
      office.find("#propose").focus();
      office.page.keyboard().press("Enter");
      assertThat(office.find(".note.ok[role=status]"))
          .containsText(office.text("radar", "joint.done.proposed"));
      office.look("joint-editions-proposed");
      office.go("/desk/region/WCA/radar?year=" + year);
      assertThat(joint).containsText(office.text("radar", "proposed.see"));

      centre.go("/desk/joint-editions");
      Locator proposal = centre.find(".proposal").first();
      assertThat(proposal.locator("form.answer")).hasCount(1);
      centre.look("joint-editions-of-a-centre");
      proposal.locator("button[value=decline]").click();
      assertThat(centre.find(".note.err")).containsText(centre.text("radar", "problem.decline"));
      centre.find(".proposal").first().locator("button[value=agree]").click();
      assertThat(centre.find(".note.ok[role=status]"))
          .containsText(centre.text("radar", "joint.done.agreed"));

      admin.go("/desk/joint-editions");
      admin
          .find(".proposal")
          .first()
          .locator("[data-centre=" + OTHER + "] button[value=agree]")
          .click();
      assertThat(admin.find(".note.ok[role=status]"))
          .containsText(admin.text("radar", "joint.done.drafted"));
      centre.go("/desk/joint-editions");
      centre.look("joint-editions-agreed");
      centre.find(".proposal").first().locator("a.came").click();
      assertThat(centre.find("#seats")).hasValue("26");
      assertThat(centre.find("#firstDay")).hasValue(monday.plusWeeks(1).toString());
      assertThat(centre.find("#co-host")).isVisible();
      centre.look("draft-of-a-joint-edition");
      office.go("/desk/region/WCA/radar?year=" + year + "&kind=joint-edition");
      assertThat(office.find(".empty")).isVisible();
    }
  }

  private static void draft(Window admin, String centre, LocalDate day, int seats) {
    draft(admin, centre, day, seats, 1);
  }

  private static void draft(Window admin, String centre, LocalDate day, int seats, int more) {
    admin.go("/desk/centre/session");
    admin.find("#centre").selectOption(centre);
    admin
        .find("#course")
        .selectOption(admin.find("#course option:nth-child(3)").getAttribute("value"));
    admin.find("#firstDay").fill(day.toString());
    admin.find("#lastDay").fill(day.plusDays(more).toString());
    admin.find("#venue").fill("Hall");
    admin.find("#seats").fill(String.valueOf(seats));
    admin.find("input[name=languages][value=fr]").check();
    admin.find("#draft").click();
    assertThat(admin.find(".note.ok").first()).isVisible();
  }
}
