package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A centre moves the days of a session for which an officer has a seat: supervisor and National
 * Coordinator, who agreed to the first ones, see the difference and agree again. Before that the
 * officer says another reason, about which only the coordinator is asked again.
 */
class ChangeJourneyIT {
  private static final String DOMAIN = "@demo.portolan.example";
  private static final String WHOLE = "supervisor:5 coordinator centre:7 donor:7";

  @ParameterizedTest
  @CsvSource({"en,trainee,9", "ar,editor,10"})
  void whoAgreedSeesTheDifferenceAndAgreesAgain(String language, String who, int months) {
    String chief = who + ".again." + language + DOMAIN;
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusMonths(months);
    try (Window centre = Window.of("centre", language);
        Window officer = Window.of(who, language);
        Window coordinator = Window.of("coordinator", language)) {
      String session = session(centre, day);
      officer.go("/apply/" + session);
      officer.find("textarea").fill("Our post measures release times in spring.");
      officer.find("#supervisorName").fill("Ada Chief");
      officer.find("#supervisorEmail").fill(chief);
      officer.find("form .btn:not(.quiet)").click();
      String application = officer.shown();
      agree(language, Letters.link(language, chief), null);
      decide(coordinator, session, application, null);
      seated(officer, application);

      saysAnotherReason(officer, application);
      decide(coordinator, session, application, "decisions-another-reason");
      seated(officer, application);

      centre.go("/desk/centre/session/" + session);
      centre.find("#firstDay").fill(day.plusDays(7).toString());
      centre.find("#lastDay").fill(day.plusDays(8).toString());
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).isVisible();

      officer.go("/applications/" + application);
      assertThat(officer.find("#again del")).isVisible();
      assertThat(officer.find(".timeline"))
          .containsText(officer.text("enrolment", "step.done.session-changed"));
      assertThat(officer.find(".timeline"))
          .containsText(officer.text("enrolment", "step.next.again-coordinator"));
      officer.look("application-asked-again");
      seated(officer, application);
      agree(language, Letters.link(language, chief), "consent-asked-again");
      decide(coordinator, session, application, "decisions-asked-again");
      seated(officer, application);
      assertThat(officer.find("#again")).hasCount(0);
      officer.look("application-agreed-again");
      leave(officer, application, centre, session);
    }
  }

  /** A session of its own, which asks supervisor and coordinator. */
  private static String session(Window centre, LocalDate day) {
    Object model = centre.openSessions(WHOLE, "WCA").get(0).get("id");
    centre.go("/desk/centre/session/" + ((Number) model).longValue() + "/copy");
    centre.find("#firstDay").fill(day.toString());
    centre.find(".form .btn:not(.quiet)").click();
    assertThat(centre.find("#publish")).isVisible();
    String session = centre.shown();
    centre.find("#lastDay").fill(day.plusDays(1).toString());
    centre.find("#ask-centre").uncheck();
    centre.find("#ask-donor").uncheck();
    centre.find("#publish").click();
    assertThat(centre.find(".note.ok")).containsText(centre.text("calendar", "done.published"));
    return session;
  }

  private static void saysAnotherReason(Window officer, String application) {
    officer.go("/applications/" + application);
    officer.find("a[href='/applications/" + application + "/change']").click();
    assertThat(officer.find("#motivation-hint"))
        .containsText(officer.text("enrolment", "approver.coordinator"));
    officer.look("change-application");
    officer.find("#motivation").fill(" ");
    send(officer);
    assertThat(officer.find("#motivation-error svg")).isVisible();
    officer.look("change-application-wrong");
    officer.find("#motivation").fill("Our post becomes a one-stop border post.");
    send(officer);
    assertThat(officer.find(".note.ok"))
        .containsText(officer.text("enrolment", "said.changed-asked"));
    assertThat(officer.find("#again del")).containsText("release times");
    officer.look("application-another-reason");
  }

  private static void send(Window officer) {
    officer.find("form .btn:not(.quiet)").click();
  }

  private static void seated(Window officer, String application) {
    officer.go("/applications/" + application);
    assertThat(officer.find(".state.pill"))
        .containsText(officer.text("enrolment", "state.approved"));
  }

  private static void agree(String language, String letter, String picture) {
    // written in the language of the officer; the supervisor reads on in another
    String link = letter.replaceFirst("lang=..", "lang=" + language);
    try (Window supervisor = Window.of(language)) {
      supervisor.go(link);
      if (picture != null) {
        assertThat(supervisor.find("#again ins")).isVisible();
        supervisor.look(picture);
      }
      supervisor.find("#agree").click();
      assertThat(supervisor.find("[role=status]"))
          .containsText(supervisor.text("enrolment", "consent.done.agreed"));
    }
  }

  private static void decide(
      Window coordinator, String session, String application, String picture) {
    coordinator.go("/desk/decisions?session=" + session);
    if (picture != null) {
      assertThat(coordinator.find(".again .badge"))
          .containsText(coordinator.text("enrolment", "again.badge"));
      assertThat(coordinator.find(".again del")).isVisible();
      coordinator.look(picture);
    }
    coordinator
        .find("form:has(input[name=application][value='" + application + "']) [value=approve]")
        .click();
    assertThat(coordinator.find(".note.ok")).isVisible();
  }

  /** Others find the officer free and the session gone. */
  private static void leave(Window officer, String application, Window centre, String session) {
    officer.go("/applications/" + application);
    officer.find("button[name=withdraw]").click();
    assertThat(officer.find(".note.ok")).isVisible();
    centre.go("/desk/centre/session/" + session);
    centre.find("details:has(#cancel) summary").click();
    centre.find("#cancel").click();
    assertThat(centre.find(".note.ok")).isVisible();
  }
}
