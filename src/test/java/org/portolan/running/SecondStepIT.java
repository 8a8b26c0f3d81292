package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by two steps, against those who know a password and want to do without the second. */
class SecondStepIT {
  private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY = Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>");

  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @Test
  void thePasswordAloneOpensNothingAndACodeCountsOnce() {
    String who = "ruben.varholmen";
    AuthenticatorApp app = setUp(who).app();
    Visitor visitor = new Visitor(application);
    HttpResponse<String> first = passwordOf(visitor, who);
    assertThat(location(first)).endsWith("/sign-in/code?to=%2F");
    assertThat(first.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("__Host-portolan-step="))
        .singleElement()
        .asString()
        .contains("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300");
    assertThat(first.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("; Secure; HttpOnly;"))
        .noneMatch(cookie -> cookie.startsWith("__Host-portolan="));
    assertThat(location(visitor.get("/account"))).contains("/sign-in?to=");

    String code = app.next();
    HttpResponse<String> done = code(visitor, code);
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(String.join("\n", done.headers().allValues("Set-Cookie")))
        .contains("__Host-portolan=", "__Host-portolan-step=; Path=/");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);

    Visitor thief = new Visitor(application);
    passwordOf(thief, who);
    assertThat(code(thief, code).body()).contains("was used already");
    assertThat(location(thief.get("/account"))).contains("/sign-in?to=");
  }

  @Test
  void guessingCodesCostsLongerAndLongerWaits() {
    String who = "faraja.rutakuvi";
    AuthenticatorApp app = setUp(who).app();
    Visitor thief = new Visitor(application);
    passwordOf(thief, who);
    for (int i = 0; i < 5; i++) {
      assertThat(code(thief, "00000" + i).body()).contains("This code is not right");
    }
    Visitor other = new Visitor(application);
    passwordOf(other, who);
    assertThat(code(other, app.next()).body()).contains("Too many wrong codes");
  }

  @Test
  void aRecoveryCodeOpensOnce() {
    String who = "losa.uluvaku";
    List<String> codes = setUp(who).recovery();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    Visitor visitor = new Visitor(application);
    passwordOf(visitor, who);
    String typed = codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(code(visitor, typed).statusCode()).isEqualTo(302);
    Visitor again = new Visitor(application);
    passwordOf(again, who);
    assertThat(code(again, codes.get(3)).body()).contains("This code is not right");
  }

  @Test
  void aCodeWithoutAPasswordBeginsAgain() {
    Visitor visitor = new Visitor(application);
    assertThat(location(code(visitor, "123456"))).contains("/sign-in?").contains("late=1");
  }

  @Test
  void aFormThatWasSentTooLateIsCarriedThroughBothSteps() {
    String who = "gonzalo.tavolara";
    AuthenticatorApp app = setUp(who).app();
    Visitor visitor = new Visitor(application);
    HttpResponse<String> first =
        visitor.postFaces(
            "/sign-in?to=%2Faccount%2Ftokens",
            "signin",
            "go",
            Map.of(
                "email",
                who + "@demo.portolan.example",
                "password",
                PackagedApplication.PASSWORD,
                "kept.name",
                "Nightly <copy>"));
    assertThat(first.body())
        .contains("action=\"/sign-in/code\"", "name=\"kept.name\" value=\"Nightly &lt;copy&gt;\"")
        .doesNotContain(PackagedApplication.PASSWORD);
    HttpResponse<String> second =
        visitor.post(
            "/sign-in/code",
            Map.of("to", "/account/tokens", "code", app.next(), "kept.name", "Nightly <copy>"));
    assertThat(second.body())
        .contains("action=\"/account/tokens\"", "name=\"name\" value=\"Nightly &lt;copy&gt;\"");
  }

  private record Factor(AuthenticatorApp app, List<String> recovery) {}

  private static Factor setUp(String who) {
    Visitor owner = Visitor.signedIn(application, who);
    assertThat(location(owner.post("/account/security", Map.of("do", "app"))))
        .endsWith("/account/security/app");
    Matcher secret = SECRET.matcher(owner.get("/account/security/app").body());
    assertThat(secret.find()).isTrue();
    AuthenticatorApp app = new AuthenticatorApp(secret.group(1));
    HttpResponse<String> done = owner.post("/account/security/app", Map.of("code", app.next()));
    return new Factor(
        app,
        RECOVERY.matcher(done.body()).results().map((MatchResult each) -> each.group(1)).toList());
  }

  private static HttpResponse<String> passwordOf(Visitor visitor, String who) {
    return visitor.signIn(who + "@demo.portolan.example", PackagedApplication.PASSWORD);
  }

  private static HttpResponse<String> code(Visitor visitor, String code) {
    return visitor.post("/sign-in/code", Map.of("to", "/", "code", code));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.body());
  }
}
