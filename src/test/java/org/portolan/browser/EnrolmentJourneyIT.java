package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An officer applies, the National Coordinator decides, the officer reads the answer. Each language
 * has the sessions of a region of its own, so that no run meets the applications of another.
 */
class EnrolmentJourneyIT {
  private static final String WHY = "We open an audit unit <b>next</b> year & I shall lead it.";

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,MENA"})
  void anOfficerIsRefusedWithAReason(String language, String region) {
    try (Window officer = Window.of("trainee", language);
        Window coordinator = Window.of("coordinator", language)) {
      Map<String, Object> session = officer.openSessions("coordinator", region).get(0);
      String id = number(session);
      applyFromSearch(officer, session);
      assertThat(officer.find(".timeline .now")).isVisible();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.waiting"));
      assertThat(officer.main()).containsText(WHY);
      officer.look("application-waiting");
      String application = officer.shown();

      coordinator.go("/desk/decisions");
      Locator form = decision(coordinator, application);
      assertThat(coordinator.main()).containsText(WHY);
      coordinator.look("decisions");
      form.locator("textarea").fill("  ");
      form.locator("[value=refuse]").click();
      assertThat(decision(coordinator, application).locator(".error"))
          .containsText(coordinator.text("enrolment", "refusal.reason-needed"));
      assertThat(decision(coordinator, application).locator("textarea"))
          .hasAttribute("aria-invalid", "true");
      coordinator.look("decisions-reason-missing");
      String reason = "Take the valuation course first: <i>DEMO-VAL-120</i>.";
      decision(coordinator, application).locator("textarea").fill(reason);
      decision(coordinator, application).locator("[value=refuse]").click();
      assertThat(coordinator.find(".note.ok")).isVisible();
      assertThat(decision(coordinator, application)).hasCount(0);
      coordinator.find(".note.ok a").click();
      assertThat(coordinator.main()).containsText(reason);
      coordinator.look("application-of-an-officer");

      officer.go("/applications");
      assertThat(officer.main()).containsText(reason);
      officer.look("applications");
      officer.find("a[href='/applications/" + application + "']").click();
      assertThat(officer.find(".timeline .stop blockquote")).hasText(reason);
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.refused"));
      officer.look("application-refused");
      officer.go("/calendar/session/" + id);
      officer.look("session-after-refusal");
    }
  }

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,AMS"})
  void anOfficerIsApprovedAndWithdraws(String language, String region) {
    try (Window officer = Window.of("trainee", language);
        Window coordinator = Window.of("coordinator", language)) {
      Map<String, Object> session = officer.openSessions("coordinator", region).get(1);
      String id = number(session);
      int taken = taken(officer, region, id);
      officer.go("/apply/" + id);
      officer.look("apply");
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find("#motivation-error"))
          .containsText(officer.text("enrolment", "refusal.motivation-needed"));
      officer.look("apply-nothing-said");
      officer.find("textarea").fill(WHY);
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find(".timeline")).isVisible();
      String application = officer.shown();
      assertThat(taken(officer, region, id)).isEqualTo(taken);

      coordinator.go("/desk/decisions");
      decision(coordinator, application).locator("[value=approve]").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("enrolment", "state.approved"));
      assertThat(taken(officer, region, id)).isEqualTo(taken + 1);

      officer.page.reload();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.approved"));
      officer.look("application-approved");
      officer.find("button[name=withdraw]").click();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.withdrawn"));
      officer.look("application-withdrawn");
      assertThat(taken(officer, region, id)).isEqualTo(taken);
    }
  }

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,MENA"})
  void whereNobodyDecidesTheSeatIsTakenAtOnceAndOnlyOnce(String language, String region) {
    try (Window officer = Window.of("trainee", language)) {
      Map<String, Object> session = officer.openSessions("none", region).get(0);
      String id = number(session);
      int taken = taken(officer, region, id);
      officer.go("/apply/" + id);
      officer.look("apply-without-approval");
      officer.find("textarea").fill(WHY);
      officer.find("form .btn:not(.quiet)").dblclick();
      assertThat(officer.find(".timeline")).isVisible();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.approved"));
      officer.look("application-seat-at-once");
      String application = officer.shown();

      officer.page.evaluate(
          "async id => Promise.all([1, 2].map(() => fetch('/apply/' + id, {method: 'POST',"
              + " body: new URLSearchParams({motivation: 'Sent from two windows.'})})))",
          id);
      officer.go("/apply/" + id);
      assertThat(officer.shown()).as("an application that stands is shown").isEqualTo(application);
      assertThat(taken(officer, region, id)).isEqualTo(taken + 1);
      officer.go("/applications");
      assertThat(officer.find("a[href='/applications/" + application + "']")).hasCount(1);
      officer.go("/calendar/session/" + id);
      officer.look("session-applied-for");
    }
  }

  /** Searches and applies as somebody does who knows what the course is called. */
  private static void applyFromSearch(Window officer, Map<String, Object> session) {
    Map<?, ?> course = (Map<?, ?>) session.get("course");
    officer.go("/");
    officer
        .page
        .locator(".hero input[name=q], header input[name=q]")
        .first()
        .fill(course.get("title").toString());
    officer.startCounting("click", "submit");
    officer.page.keyboard().press("Enter");
    officer.page.waitForURL(address -> address.contains("/search"));
    officer.look("search-for-a-course");
    officer.find(".hit a[href^='/catalog/" + course.get("code") + "']").first().click();
    officer.look("course-found");
    officer.find("a[href='/apply/" + number(session) + "']").click();
    officer.find("textarea").fill(WHY);
    officer.find("form .btn:not(.quiet)").click();
    assertThat(officer.page.url()).contains("/applications/");
    assertThat(officer.count("click")).as("clicks from what was found").isBetween(1, 3);
    assertThat(officer.count("submit")).as("forms").isEqualTo(1);
  }

  private static Locator decision(Window coordinator, String application) {
    return coordinator.find("form:has(input[name=application][value='" + application + "'])");
  }

  private static String number(Map<String, Object> session) {
    return String.valueOf(((Number) session.get("id")).longValue());
  }

  private static int taken(Window window, String region, String id) {
    List<?> sessions =
        (List<?>) window.json("/api/v1/sessions?limit=200&region=" + region).get("items");
    return sessions.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> id.equals(String.valueOf(((Number) each.get("id")).longValue())))
        .map(each -> (Map<?, ?>) each.get("seats"))
        .mapToInt(seats -> ((Number) seats.get("taken")).intValue())
        .findFirst()
        .orElseThrow();
  }
}
