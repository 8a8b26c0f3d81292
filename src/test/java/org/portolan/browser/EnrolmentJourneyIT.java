package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;

/** An officer applies, the National Coordinator decides, the officer reads the answer. */
class EnrolmentJourneyIT {
  /** A session of the demo world that asks for the coordinator's approval and has seats left. */
  private static final String SESSION = "DEMO-S-090";

  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @Test
  void anApplicationIsMadeDecidedAndReadByTheOfficer() throws Exception {
    String session = sessionId();
    try (Page trainee = Chromium.open("en", 1280);
        Page coordinator = Chromium.open("en", 1280)) {
      trainee.navigate(application.url("/calendar/session/" + session));
      Chromium.look(trainee, "session-en");
      trainee.locator("main a[href^='/apply/']").first().click();
      signIn(trainee, "trainee");
      assertThat(trainee.url()).contains("/apply/" + session);
      trainee.locator("textarea[name=motivation]").fill("We open an audit unit <b>next</b> year.");
      Chromium.look(trainee, "apply-en");
      trainee.locator("form.form .btn").first().click();
      assertThat(trainee.locator(".timeline")).isVisible();
      assertThat(trainee.locator("main")).containsText("We open an audit unit <b>next</b> year.");
      Chromium.look(trainee, "application-waiting-en");

      coordinator.navigate(application.url("/desk/decisions"));
      signIn(coordinator, "coordinator");
      assertThat(coordinator.locator("main")).containsText("We open an audit unit");
      Chromium.look(coordinator, "decisions-en");
    }
  }

  @Test
  void theCentreSeesItsSessions() {
    try (Page centre = Chromium.open("en", 1280)) {
      centre.navigate(application.url("/desk/centre"));
      signIn(centre, "centre");
      assertThat(centre.locator("h1")).hasCount(1);
      assertThat(centre.locator("main a[href^='/desk/centre/session/']").first()).isVisible();
    }
  }

  private static void signIn(Page page, String who) {
    page.locator("#email").fill(who + "@demo.portolan.example");
    page.locator("#password").fill(PackagedApplication.PASSWORD);
    page.locator("#go").click();
  }

  private static String sessionId() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            application.url("/api/v1/sessions?centre=DEMO-RTC-XS1&limit=100")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Matcher id =
        Pattern.compile(
                "\\{[^{}]*?\"id\":(\\d+)[^{}]*?\""
                    + SESSION
                    + "\"|\""
                    + SESSION
                    + "\"[^{}]*?\"id\":(\\d+)")
            .matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1) == null ? id.group(2) : id.group(1);
  }
}
