package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A form that is sent when the sign-in has ended: nothing that was typed is lost. */
class ExpiredSignInIT {
  private static final String TYPED = "Wert \"<b>genau</b>\" & القيمة";
  private static final String SHOWN =
      "value=\"Wert &quot;&lt;b&gt;genau&lt;/b&gt;&quot; &amp; القيمة\"";
  private static final String EMAIL = "rehema.msafirani@demo.portolan.example";

  private static PackagedApplication application;

  private final Visitor visitor = new Visitor(application);

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @Test
  void whatWasTypedIsCarriedThroughTheSignInPageAndSentAgain() {
    String address = "/apply/" + Answers.openSession(application, "none");
    HttpResponse<String> page = visitor.post(address, Map.of("motivation", TYPED));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("You are no longer signed in.", "name=\"kept.motivation\"", SHOWN);

    HttpResponse<String> wrong = signIn(address, "not-the-password");
    assertThat(wrong.body())
        .contains("do not go together", "name=\"kept.motivation\"", SHOWN)
        .doesNotContain("not-the-password");

    HttpResponse<String> again = signIn(address, PackagedApplication.PASSWORD);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("action=\"" + address + "\"", "name=\"motivation\"", SHOWN, "Send it now")
        .doesNotContain(PackagedApplication.PASSWORD);

    HttpResponse<String> sent = visitor.post(address, Map.of("motivation", TYPED));
    assertThat(sent.statusCode()).isEqualTo(302);
    String application = sent.headers().firstValue("Location").orElseThrow();
    assertThat(visitor.get(application.replaceFirst("^https?://[^/]+", "")).body())
        .contains("Wert \"&lt;b&gt;genau&lt;/b&gt;\" &amp; القيمة");
  }

  @Test
  void aFormOfAWorkPageIsKeptToo() {
    HttpResponse<String> page =
        visitor.postFaces("/account/tokens", "make", "create", Map.of("name", "Nightly \"copy\""));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("name=\"kept.name\" value=\"Nightly &quot;copy&quot;\"")
        .contains("action=\"/sign-in?to=%2Faccount%2Ftokens\"")
        .doesNotContain("Your token is ready");
  }

  @Test
  void aFormLongerThanAnyOfOursIsNotCarried() {
    HttpResponse<String> page =
        visitor.post("/desk/practices/new", Map.of("body", "a".repeat(300_000)));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).hasSizeLessThan(50_000).contains("id=\"signin\"");
  }

  @Test
  void thePageThatWasAskedForIsRememberedWhole() {
    HttpResponse<String> answer = visitor.get("/desk/practices?done=saved");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in?to=%2Fdesk%2Fpractices%3Fdone%3Dsaved");
  }

  @Test
  void aLinkPutsNoWordsIntoAnybodysMouth() {
    String link = "/sign-in?to=%2Fapply%2F1&kept.motivation=not-mine";
    assertThat(visitor.get(link).body()).doesNotContain("kept.motivation\"", "value=\"not-mine");
    HttpResponse<String> answer =
        visitor.postFaces(
            link, "signin", "go", Map.of("email", EMAIL, "password", PackagedApplication.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/apply/1");
  }

  @Test
  void nothingIsSentToAnotherSite() {
    HttpResponse<String> again =
        visitor.postFaces(
            "/sign-in?to=%2F%2Felsewhere.example%2F",
            "signin",
            "go",
            Map.of("email", EMAIL, "password", PackagedApplication.PASSWORD, "kept.a", "b"));
    assertThat(again.body()).contains("action=\"/\"").doesNotContain("action=\"//");
  }

  private HttpResponse<String> signIn(String address, String password) {
    return visitor.postFaces(
        "/sign-in?to=" + address.replace("/", "%2F"),
        "signin",
        "go",
        Map.of("email", EMAIL, "password", password, "kept.motivation", TYPED));
  }
}
