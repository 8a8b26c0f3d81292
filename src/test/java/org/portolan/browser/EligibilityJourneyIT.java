package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A centre says who may apply for a session. An officer sees that three of four conditions are met,
 * follows the way to the fourth, has it confirmed by the National Coordinator, and applies.
 */
class EligibilityJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,AP,origin", "ar,ESA,valuation"})
  void whatIsMissingIsSaidConfirmedAndThenEnough(
      String language, String region, String competency) {
    try (Window centre = Window.of("admin", language);
        Window officer = Window.of("trainee", language);
        Window coordinator = Window.of("coordinator", language)) {
      String id = last(centre.openSessions("none", region));
      ask(centre, id, competency);

      officer.go("/apply/" + id);
      met(officer, 3, 1);
      if (language.equals("en")) {
        assertThat(officer.find("#conditions + p")).containsText("3 of 4 conditions met");
      }
      assertThat(officer.find("textarea")).hasCount(0);
      officer.look("apply-not-eligible");
      officer.find("section a[href='/account/competencies']").first().click();
      state(officer, competency);

      officer.go("/apply/" + id);
      assertThat(officer.find("li.row a[href='/account/competencies']")).hasCount(1);

      coordinator.go("/desk/people/competencies");
      coordinator.look("statements");
      coordinator.find("button[name=confirm]").last().click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("competency", "desk.done.confirmed"));

      officer.go("/apply/" + id);
      met(officer, 4, 0);
      officer.look("apply-eligible");
      officer.find("textarea").fill("Our post opens in spring.");
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find(".timeline")).isVisible();
      officer.go("/applications");
      officer.look("applications-completed");
    }
  }

  private static String last(List<Map<String, Object>> sessions) {
    return String.valueOf(((Number) sessions.get(sessions.size() - 1).get("id")).longValue());
  }

  private static void met(Window officer, int met, int missing) {
    assertThat(officer.find(".row-end .state.ok")).hasCount(met);
    assertThat(officer.find(".row-end .state.no")).hasCount(missing);
  }

  private static void ask(Window centre, String id, String competency) {
    centre.go("/desk/centre/session/" + id + "/conditions");
    fill(centre, 0, "competency", "magic", "4");
    fill(centre, 1, "region", "wca", "");
    centre.find("form button.btn").last().click();
    assertThat(centre.find("#error-0")).containsText(centre.text("condition", "problem.unknown"));
    assertThat(centre.find("#which-0")).hasValue("magic");
    centre.look("conditions-wrong");
    centre.find("#which-0").fill(competency);
    fill(centre, 2, "member", "xs, xn", "");
    fill(centre, 3, "per-year", "", "50");
    centre.find("form button.btn").last().click();
    assertThat(centre.find(".note.ok")).containsText(centre.text("condition", "saved"));
    assertThat(centre.find("#which-2")).hasValue("XN XS");
    centre.look("conditions");
  }

  private static void fill(Window centre, int row, String kind, String which, String much) {
    centre.find("#kind-" + row).selectOption(kind);
    centre.find("#which-" + row).fill(which);
    centre.find("#much-" + row).fill(much);
  }

  private static void state(Window officer, String competency) {
    officer.find("#job").selectOption("risk-analyst");
    officer.find("details:has(select[name='level." + competency + "']) summary").click();
    officer.find("select[name='level." + competency + "']").selectOption("4");
    officer.find("form button.btn").last().click();
    assertThat(officer.find(".note.ok")).containsText(officer.text("competency", "own.saved"));
    officer.look("own-competencies");
  }
}
