package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/** People come in, look after their sign-ins and tokens, and leave. */
class AccountJourneyIT {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void signingInAndOut(String language) {
    try (Window admin = Window.of(language)) {
      admin.go("/account");
      assertThat(admin.page.url()).contains("/sign-in");
      admin.find("#go").click();
      assertThat(admin.find("#email-error"))
          .containsText(admin.text("access", "signin.email.missing"));
      assertThat(admin.find("#password-error"))
          .containsText(admin.text("access", "signin.password.missing"));
      admin.look("sign-in-nothing-typed");
      admin.find("#email").fill("admin@demo.portolan.example");
      admin.find("#password").fill("not this one");
      admin.find("#go").click();
      assertThat(admin.find(".note.err")).containsText(admin.text("access", "signin.wrong"));
      assertThat(admin.find("#email")).hasValue("admin@demo.portolan.example");
      assertThat(admin.find("#password")).hasValue("");
      admin.look("sign-in-wrong");
      admin.find("#password").fill(PackagedApplication.PASSWORD);
      admin.find("#go").click();
      assertThat(admin.page.url()).endsWith("/account");
      assertThat(admin.main()).containsText(admin.text("office", "office.admin"));
      admin.look("account");
      admin.page.locator("header .menu summary").last().click();
      admin.look("menu");
      admin.page.locator("header form[action='/sign-out'] button").click();
      assertThat(admin.page.locator("header a[href='/sign-in']")).isVisible();
      admin.go("/account");
      assertThat(admin.page.url()).contains("/sign-in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void anotherSignInIsEnded(String language) {
    try (Window here = Window.of("rocb", language);
        Window elsewhere = Window.of("rocb", language)) {
      here.go("/account");
      here.look("account-two-places");
      while (here.find("button[name=end]").count() > 0) {
        here.find("button[name=end]").first().click();
      }
      elsewhere.go("/account");
      assertThat(elsewhere.page.url()).contains("/sign-in");
      here.page.reload();
      assertThat(here.page.url()).endsWith("/account");
    }
  }

  @ParameterizedTest
  @CsvSource({"en,WCA", "ar,MENA"})
  void aTokenWorksUntilItIsRevoked(String language, String region) {
    try (Window owner = Window.of("rocb", language);
        Window program = Window.of(language)) {
      owner.go("/account");
      owner.find("a[href='/account/tokens']").click();
      owner.look("tokens-none");
      owner.find("#create").click();
      assertThat(owner.find("#name-error"))
          .containsText(owner.text("access", "tokens.name.missing"));
      owner.look("tokens-no-name");
      String name = "Sync <script> " + language;
      owner.find("#name").fill(name);
      owner.find("#scope").selectOption("read apply");
      owner.find("#create").click();
      String secret = owner.find("#secret").innerText();
      assertThat(owner.find("tbody tr:has-text('" + name + "')")).hasCount(1);
      owner.look("token-made");

      Map<String, Object> session = owner.openSessions("none", region).get(1);
      String path =
          "/api/v1/sessions/" + ((Number) session.get("id")).longValue() + "/applications";
      String key = UUID.randomUUID().toString();
      APIResponse first = apply(program, path, secret, key);
      assertThat(first.status()).as(first.text()).isEqualTo(201);
      assertThat(first.text()).contains("\"approved\"");
      APIResponse again = apply(program, path, secret, key);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(apply(program, path, "nobody", key).status()).isEqualTo(401);

      owner.go("/account/tokens");
      assertThat(owner.find("#secret")).hasCount(0);
      owner.find("tr:has-text('" + name + "') button[name=revoke]").click();
      assertThat(owner.find("tr:has-text('" + name + "') button")).hasCount(0);
      owner.look("token-revoked");
      APIResponse refused = apply(program, path, secret, key);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
      assertThat(program.page.context().cookies())
          .extracting(cookie -> cookie.name)
          .doesNotContain("JSESSIONID");
    }
  }

  private static APIResponse apply(Window program, String path, String token, String key) {
    return program
        .page
        .request()
        .post(
            PackagedApplication.shared().url(path),
            RequestOptions.create()
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Idempotency-Key", key)
                .setHeader("Content-Type", "application/json")
                .setData("{\"motivation\":\"Our own system sends this.\"}"));
  }
}
