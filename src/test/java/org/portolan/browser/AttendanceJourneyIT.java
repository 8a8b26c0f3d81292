package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/**
 * The roll of a session is called on two tablets without a network, one of which believes that it
 * is tomorrow, while the application dies. On an application of its own.
 */
class AttendanceJourneyIT {
  private static final List<String> PRESENCES = List.of("present", "late", "excused", "absent");
  private static final int DAY = 86_400_000;
  private static final int MARKS = Boolean.getBoolean("portolan.drill") ? 200 : 24;
  private static final int KILLS = Boolean.getBoolean("portolan.drill") ? 4 : 1;

  private static PackagedApplication application;
  private static long session;

  @BeforeAll
  static void start() throws SQLException {
    application = PackagedApplication.start("attendance", Map.of());
    session =
        number(
            "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                + " 'published' AND s.timing = 'dated' AND s.last_day > s.first_day AND s.starts_at"
                + " > NOW() GROUP BY s.id ORDER BY COUNT(*) DESC, s.id LIMIT 1");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void twoTabletsCallTheRollWithoutANetworkAndNothingIsLostOrDoubled() throws SQLException {
    try (Window one = tablet(0);
        Window two = tablet(DAY)) {
      List<Window> tablets = List.of(one, two);
      tablets.forEach(AttendanceJourneyIT::awaitKept);
      tablets.forEach(each -> each.page.context().setOffline(true));
      // opened anew while there is no network
      tablets.forEach(each -> each.page.reload());
      List<String> halves =
          one.find("#half option").all().stream().map(each -> each.getAttribute("value")).toList();
      Random random = new Random(5);
      Map<String, String> wanted = new HashMap<>();
      int noted = 0;
      for (int i = 0; i < MARKS; i++) {
        Window tablet = tablets.get(random.nextInt(2));
        String half = halves.get(random.nextInt(halves.size()));
        tablet.find("#half").selectOption(half);
        List<Locator> people = tablet.find("#people fieldset").all();
        Locator person = people.get(random.nextInt(people.size()));
        String presence = PRESENCES.get(random.nextInt(PRESENCES.size()));
        Locator choice = person.locator("input[value=" + presence + "]");
        if (!choice.isChecked()) {
          String before = tablet.find("#tablet").getAttribute("data-queue");
          choice.check();
          assertThat(tablet.find("#tablet"))
              .hasAttribute("data-queue", String.valueOf(Integer.parseInt(before) + 1));
          noted++;
          wanted.put(half + " " + person.getAttribute("data-who"), presence);
        }
      }
      assertThat(one.find("#state")).containsText(one.text("attendance", "tablet.away"));
      assertThat(marks()).as("nothing has arrived yet").isZero();

      String[] lost = new String[1];
      // what is sent arrives, and the answer to it does not: the tablet cannot know
      one.page
          .context()
          .route(
              "**/marks",
              route -> {
                lost[0] = route.request().postData();
                route.fetch();
                route.abort();
              });
      one.page.context().setOffline(false);
      one.find("#send").click();
      one.page.waitForCondition(() -> lost[0] != null);
      application.kill();
      one.page.context().unroute("**/marks");
      application = application.again();
      assertThat(one.find("#tablet")).not().hasAttribute("data-queue", "0");
      for (int kill = 1; kill < KILLS; kill++) {
        // in the middle of whatever it does with it
        one.page.waitForRequest("**/marks", () -> one.find("#send").click());
        application.kill();
        application = application.again();
      }
      awaitSent(one);
      two.page.context().setOffline(false);
      awaitSent(two);
      assertThat(marks()).as("each mark once").isEqualTo(noted);
      assertThat(held(one)).isEqualTo(wanted);

      String digest = String.valueOf(one.json(roll()).get("digest"));
      Object again =
          one.page.evaluate(
              "async ([path, body]) => (await fetch(path, {method: 'POST', headers:"
                  + " {'Content-Type': 'application/json'}, body})).status",
              List.of(application.url("/api/v1/sessions/" + session + "/marks"), lost[0]));
      assertThat(again).isEqualTo(200);
      assertThat(marks()).as("a replayed sync changes nothing").isEqualTo(noted);
      assertThat(one.json(roll()).get("digest")).isEqualTo(digest);
      one.page.reload();
      assertThat(one.find("#devices li")).hasCount(2);
      assertThat(one.find("#devices")).containsText(one.text("attendance", "order.whole"));
      assertThat(one.find("#devices li:nth-child(2)"))
          .containsText(one.text("attendance", "order.whole"));
      System.out.printf(
          "Offline roll call: %d marks on two tablets, one a day ahead, killed %d times: 0 lost, 0"
              + " doubled%n",
          noted, KILLS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void theRollIsCalledCorrectedAndSigned(String language) throws SQLException {
    long running =
        number(
            "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                + " 'published' AND s.timing = 'dated' AND s.id <> "
                + session
                + " GROUP BY s.id ORDER BY s.starts_at LIMIT 1");
    try (Window centre = Window.of(application, language)) {
      centre.go("/sign-in");
      centre.signIn("centre");
      update(
          "UPDATE training_session SET starts_at = NOW() - INTERVAL 1 DAY, ends_at = NOW() +"
              + " INTERVAL 1 HOUR, first_day = UTC_DATE() - INTERVAL 1 DAY, last_day = UTC_DATE() -"
              + " INTERVAL 1 DAY WHERE id = "
              + running);
      update("DELETE FROM attendance_signature WHERE session_id = " + running);
      centre.go("/desk/session/" + running + "/roll-call");
      centre.find("#people fieldset").first().locator("input[value=late]").check();
      awaitSent(centre);
      centre.look("roll-call");
      centre.find("#name").fill("Zoë Guest");
      centre.find("#administration").fill("Customs of Elsewhere");
      centre.find("#guest .btn").click();
      assertThat(centre.find("#people")).containsText("Zoë Guest");
      awaitSent(centre);
      centre.find("#signer").fill("Grace Trainer");
      centre.find("#sign ~ form .btn").click();
      assertThat(centre.find(".note.warn")).containsText("Grace Trainer");
      centre.find("#people fieldset").first().locator("input[value=present]").check();
      centre.find("#keep .btn").click();
      assertThat(centre.find("[role=alert]"))
          .containsText(centre.text("attendance", "refused.reason-needed"));
      centre.find("#people fieldset").first().locator("input[value=present]").check();
      centre.find("#reason").fill("The list on paper says so");
      centre.find("#keep .btn").click();
      assertThat(centre.find(".note.ok")).isVisible();
      assertThat(centre.find(".note.warn")).containsText(centre.text("attendance", "changed"));
      centre.find("summary").last().click();
      centre.look("roll-call-signed");
    }
  }

  private static Window tablet(int ahead) {
    Window window = Window.of(application, "en");
    if (ahead > 0) {
      window.page.addInitScript(
          "const right = Date.now; Date.now = () => right() + " + ahead + ";");
    }
    window.go("/sign-in");
    window.signIn("centre");
    window.go("/desk/session/" + session + "/roll-call");
    return window;
  }

  private static void awaitKept(Window tablet) {
    assertThat(tablet.find("#tablet")).hasAttribute("data-kept", "yes", within());
  }

  private static void awaitSent(Window tablet) {
    tablet.page.evaluate("() => window.dispatchEvent(new Event('online'))");
    assertThat(tablet.find("#tablet"))
        .hasAttribute(
            "data-queue", "0", new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));
  }

  private static LocatorAssertions.HasAttributeOptions within() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);
  }

  private static String roll() {
    return "/api/v1/sessions/" + session + "/roll";
  }

  /** What holds, by half-day and person. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> held(Window window) {
    Map<String, String> held = new HashMap<>();
    ((Map<String, Map<String, String>>) window.json(roll()).get("marks"))
        .forEach(
            (who, halves) ->
                halves.forEach((half, presence) -> held.put(half + " " + who, presence)));
    return held;
  }

  private static long marks() throws SQLException {
    return number("SELECT COUNT(*) FROM attendance_mark WHERE session_id = " + session);
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = application.database().dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void update(String sql) throws SQLException {
    try (Connection connection = application.database().dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
