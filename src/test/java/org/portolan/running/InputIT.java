package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody types is kept or refused, is shown as the text it is, and breaks nothing. */
class InputIT {
  private static final String LONG = "a".repeat(100_000);
  private static final String CONTROL = "bell\u0007 nul\u0000 escape\u001b[31m override\u202e end";
  private static final String SCRIPT = "</textarea><script>alert(1)</script>\"'><img src=x>";

  private static PackagedApplication application;
  private static Visitor officer;
  private static Visitor coordinator;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    officer = Visitor.signedIn(application, "isaura.tavarino");
    coordinator = Visitor.signedIn(application, "coordinator");
  }

  static Stream<String> strange() {
    return Stream.of(CONTROL, SCRIPT);
  }

  /** Each text with an officer of the coordinator's Member: nobody applies for a session twice. */
  static Stream<Arguments> strangeByOfficer() {
    return Stream.of(
        Arguments.of("adjoua.farota", CONTROL), Arguments.of("aissata.diakore", SCRIPT));
  }

  @Test
  void aMotivationThatIsTooLongIsRefusedAndNotLost() {
    HttpResponse<String> page =
        officer.post(
            "/apply/" + Answers.openSession(application, "coordinator"),
            Map.of("motivation", LONG));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("id=\"motivation-error\"", LONG);
  }

  @ParameterizedTest
  @MethodSource("strangeByOfficer")
  void aMotivationAndAReasonAreShownAsTheTextTheyAre(String name, String typed) {
    Visitor applicant = Visitor.signedIn(application, name);
    HttpResponse<String> sent =
        applicant.post(
            "/apply/" + Answers.openSession(application, "coordinator"),
            Map.of("motivation", typed));
    assertThat(sent.statusCode()).isEqualTo(302);
    String page = URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
    assertPlain(applicant.get(page));
    assertPlain(coordinator.get("/desk/decisions"));

    String number = page.substring(page.lastIndexOf('/') + 1);
    HttpResponse<String> tooLong =
        coordinator.post(
            "/desk/decisions", Map.of("application", number, "decision", "refuse", "reason", LONG));
    assertThat(tooLong.statusCode()).isEqualTo(200);
    assertThat(tooLong.body()).contains("href=\"#reason-" + number + "\"", LONG);

    HttpResponse<String> refused =
        coordinator.post(
            "/desk/decisions",
            Map.of("application", number, "decision", "refuse", "reason", typed));
    assertThat(refused.statusCode()).isEqualTo(302);
    HttpResponse<String> shown = applicant.get(page);
    assertPlain(shown);
    assertThat(shown.body()).contains("Refused");
  }

  @Test
  void aTokenNameThatIsTooLongIsRefusedAndNotLost() {
    HttpResponse<String> page = token(LONG);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The name may have 80 characters at most.", LONG);
  }

  @ParameterizedTest
  @MethodSource("strange")
  void aTokenNameIsShownAsTheTextItIs(String typed) {
    HttpResponse<String> made = token(typed);
    assertThat(made.body()).contains("Your token is ready");
    assertPlain(made);
    assertPlain(officer.get("/account/tokens"));
  }

  @Test
  void moreTokensThanAnybodyNeedsAreRefused() {
    Visitor owner = Visitor.signedIn(application, "andrei.khavninsky");
    for (int i = 0; i < 50; i++) {
      assertThat(make(owner, "token " + i).body()).contains("Your token is ready");
    }
    HttpResponse<String> refused = make(owner, "one too many");
    assertThat(refused.body())
        .contains("You have 50 tokens that work", "value=\"one too many\"")
        .doesNotContain("Your token is ready");

    Matcher first = Pattern.compile("name=\"revoke\" value=\"(\\d+)\"").matcher(refused.body());
    assertThat(first.find()).isTrue();
    owner.post("/account/tokens", Map.of("revoke", first.group(1)));
    assertThat(make(owner, "one again").body()).contains("Your token is ready");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalog?region=",
        "/catalog?theme=",
        "/calendar?region=",
        "/knowledge?region=",
        "/knowledge?year=",
        "/search?q=audit&type=",
        "/search?q=audit&year="
      })
  void aFilterValueTooLongToMeanAnythingFindsNothingAndIsNamed(String address) {
    HttpResponse<String> page = officer.get(address + "z".repeat(2000));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("class=\"empty\"", "z".repeat(60) + "…")
        .doesNotContain("class=\"hit\"");
  }

  private static HttpResponse<String> token(String name) {
    return make(officer, name);
  }

  private static HttpResponse<String> make(Visitor owner, String name) {
    return owner.postFaces("/account/tokens", "make", "create", Map.of("name", name));
  }

  /** The page is one, and nothing of what was typed has become markup. */
  private static void assertPlain(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert", "<img src=x").contains("</html>");
  }
}
