package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;

/**
 * The whole chain: an officer applies, the supervisor agrees by a link, a deputy of the National
 * Coordinator who is on leave approves, the centre lets its day pass, so that the Regional Office
 * answers, and the donor does not object. And another who is a coordinator, so that the second one
 * of the Member answers.
 */
class ChainJourneyIT {
  private static final String DOMAIN = "@demo.portolan.example";
  private static final String WHOLE = "supervisor:5 coordinator centre:7 donor:7";
  private static final String COORDINATOR = "coordinator";

  /** Seconds in which it is found out that a day is over. */
  private static final int KEPT_WITHIN = 60;

  @ParameterizedTest
  @CsvSource({"en,trainee,editor", "ar,editor,trainee"})
  void fiveStepsLeadToASeat(String language, String who, String deputyOf) throws Exception {
    String chief = who + ".chief." + language + DOMAIN;
    try (Window officer = Window.of(who, language);
        Window coordinator = Window.of(COORDINATOR, language);
        Window centre = Window.of("centre", language);
        Window office = Window.of("rocb", language);
        Window donor = Window.of("donor", language)) {
      String session = session(officer, WHOLE);
      officer.go("/calendar/session/" + session);
      officer.find("a[href='/apply/" + session + "']").click();
      officer.look("apply-chain");
      officer.find("textarea").fill("Our post measures release times in spring.");
      officer.find("#supervisorName").fill("Ada Chief");
      officer.find("#supervisorEmail").fill("no address");
      send(officer);
      assertThat(officer.find("#supervisor-error")).isVisible();
      assertThat(officer.find("#supervisorName")).hasValue("Ada Chief");
      officer.look("apply-chain-wrong");
      officer.find("#supervisorEmail").fill(chief);
      send(officer);
      assertThat(officer.find(".timeline .now"))
          .containsText(officer.text("enrolment", "step.now.supervisor"));
      officer.look("application-at-the-supervisor");
      String application = officer.shown();

      supervisorAgrees(language, chief);
      officer.go("/applications/" + application);
      assertThat(officer.find(".timeline .now"))
          .containsText(officer.text("enrolment", "step.now.coordinator"));

      appointDeputy(coordinator, deputyOf);
      try (Window deputy = Window.of(deputyOf, language)) {
        officer.page.reload();
        assertThat(officer.find(".timeline .now")).containsText(name(deputy));
        officer.look("application-at-the-deputy");
        decide(deputy, session, application, "decisions-deputy");
        officer.page.reload();
        assertThat(officer.find(".timeline .done").last())
            .containsText(officer.text("enrolment", "step.done.agreed"));
        assertThat(officer.find(".timeline .done").last()).containsText(name(deputy));
      }
      centre.go("/desk/decisions?session=" + session);
      centre.look("decisions-centre");
      office.go("/desk/decisions?session=" + session);
      assertThat(office.find(form(application))).hasCount(0);
      theDayIsOver(officer, application);
      assertThat(officer.find(".timeline .done").last())
          .containsText(officer.text("enrolment", "step.done.escalated"));
      assertThat(officer.find(".timeline .now").first())
          .containsText(officer.text("enrolment", "step.now.centre"));
      assertThat(officer.find(".timeline .now").last())
          .containsText(officer.text("enrolment", "step.now.escalated"));
      officer.look("application-centre-late");
      decide(office, session, application, "decisions-office-instead");
      officer.page.reload();
      assertThat(officer.find(".timeline .done").last()).containsText(name(office));
      decide(donor, session, application, "decisions-donor");
      officer.page.reload();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.approved"));
      officer.look("application-through-the-chain");
    }
  }

  private static void supervisorAgrees(String language, String chief) {
    // written in the language of the officer; the supervisor reads on in another
    String link = Letters.link(language, chief).replaceFirst("lang=..", "lang=" + language);
    try (Window supervisor = Window.of(language)) {
      supervisor.go(link);
      supervisor.look("consent");
      supervisor.find("#refuse").click();
      assertThat(supervisor.find("#words-error")).isVisible();
      supervisor.look("consent-reason-missing");
      supervisor.find("#agree").click();
      assertThat(supervisor.find("[role=status]"))
          .containsText(supervisor.text("enrolment", "consent.done.agreed"));
      supervisor.go(link);
      assertThat(supervisor.main())
          .containsText(supervisor.text("enrolment", "consent.state.answered"));
      assertThat(supervisor.find("#agree")).hasCount(0);
      supervisor.look("consent-answered");
    }
  }

  private static void appointDeputy(Window coordinator, String deputy) {
    coordinator.go("/desk/decisions");
    coordinator.find("a[href='/desk/mandates']").click();
    coordinator
        .page
        .locator(
            "tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name(coordinator)))
        .locator("a[href^='/desk/mandates/']")
        .last()
        .click();
    coordinator.find("a[href*='deputy_for=']").click();
    coordinator.find("#email").fill(deputy + DOMAIN);
    coordinator.find("#from").fill(LocalDate.now(ZoneOffset.UTC).toString());
    coordinator.find("#to").fill(LocalDate.now(ZoneOffset.UTC).plusDays(20).toString());
    coordinator.find("#appoint").click();
    assertThat(coordinator.find(".note.ok")).isVisible();
  }

  /** Time passes for whoever is asked; the rest is found out by those who look after it. */
  private static void theDayIsOver(Window officer, String application) throws InterruptedException {
    PackagedApplication.shared()
        .database()
        .update(
            "UPDATE application SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE,"
                + " nudge_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE id = ?",
            application);
    for (int i = 0; i < KEPT_WITHIN && officer.find(".timeline .now").count() < 2; i++) {
      Thread.sleep(1000);
      officer.page.reload();
    }
  }

  private static String form(String application) {
    return "form:has(input[name=application][value='" + application + "']) ";
  }

  private static String name(Window window) {
    return window.page.locator("header .menu summary bdi").last().innerText();
  }

  private static void decide(Window approver, String session, String application, String picture) {
    approver.go("/desk/decisions?session=" + session);
    approver.look(picture);
    String form = form(application);
    // others may wait before in the ranking of the centre
    approver.find(form + "textarea").fill("This unit goes first.");
    approver.find(form + "[value=approve]").click();
    assertThat(approver.find(".note.ok")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,WCA"})
  void whoDecidesThemselvesIsAnsweredByTheSecondCoordinator(String language, String region) {
    try (Window officer = Window.of(COORDINATOR, language);
        Window second = Window.of("cheikh.bassole", language)) {
      List<Map<String, Object>> open = officer.openSessions(COORDINATOR, region);
      String application = apply(officer, id(open.get(language.equals("en") ? 0 : 1)));
      assertThat(officer.find(".timeline"))
          .containsText(officer.text("enrolment", "step.now.coordinator"));
      officer.look("application-own-office");
      String form = form(application);
      officer.go("/desk/decisions");
      assertThat(officer.find(form)).hasCount(0);
      second.go("/desk/decisions");
      second.look("decisions-second-coordinator");
      second.find(form + "[value=approve]").click();
      assertThat(second.find(".note.ok")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,WCA"})
  void severalAreDecidedAtOnce(String language, String region) {
    try (Window first = Window.of("trainee", language);
        Window second = Window.of("editor", language);
        Window coordinator = Window.of(COORDINATOR, language)) {
      List<Map<String, Object>> open = first.openSessions(COORDINATOR, region);
      String session = id(open.get(language.equals("en") ? 2 : 3));
      String one = apply(first, session);
      String other = apply(second, session);
      coordinator.go("/desk/decisions?session=" + session);
      coordinator.find("#bulk [value=refuse]").click();
      assertThat(coordinator.find(".note.err"))
          .containsText(coordinator.text("enrolment", "refusal.nothing-ticked"));
      coordinator.find("#pick-" + one).check();
      coordinator.find("#pick-" + other).check();
      coordinator.find("#bulk [value=refuse]").click();
      assertThat(coordinator.find("#reason-error")).isVisible();
      assertThat(coordinator.find("#pick-" + one)).isChecked();
      coordinator.look("decisions-several-reason-missing");
      coordinator.find("#reason").fill("The audit unit goes first this year.");
      coordinator.find("#bulk [value=refuse]").click();
      assertThat(coordinator.find(".note[role=status]"))
          .containsText(coordinator.text("enrolment", "outcome.refused"));
      coordinator.look("decisions-several-done");
      first.go("/applications/" + one);
      assertThat(first.main()).containsText("The audit unit goes first this year.");
    }
  }

  private static String apply(Window officer, String session) {
    officer.go("/apply/" + session);
    officer.find("textarea").fill("Our post opens in spring.");
    send(officer);
    return officer.shown();
  }

  private static void send(Window officer) {
    officer.find("form .btn:not(.quiet)").click();
  }

  private static String session(Window window, String chain) {
    return id(window.openSessions(chain, "WCA").get(0));
  }

  private static String id(Map<String, Object> session) {
    return String.valueOf(((Number) session.get("id")).longValue());
  }
}
