package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is dangerous asks who is there, when the last proof is a while ago; and loses nothing. */
class StepUpIT {
  /** What a token stands for is remembered for so long. */
  private static final long REMEMBERED_MILLIS = 5_500;

  private static TestDatabase database;
  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    database = TestDatabase.create("step-up");
    application = PackagedApplication.start("step-up", database.settings());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aTokenIsMadeAfterAnotherProofAndTheSignInGoesOnUnderAnotherToken() throws Exception {
    Visitor owner = Visitor.signedIn(application, "trainee");
    assertThat(makeToken(owner).body()).contains("Your token is ready");
    Visitor thief = owner.copy();

    tenMinutesLater();
    HttpResponse<String> asked = makeToken(owner);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Show again who you are", "name=\"kept.name\" value=\"Nightly &lt;copy&gt;\"")
        .doesNotContain("Your token is ready");
    Map<String, String> proof =
        Map.of(
            "to", "/account/tokens",
            "password", PackagedApplication.PASSWORD,
            "kept.name", "Nightly <copy>");
    Map<String, String> wrong =
        Map.of("to", "/account/tokens", "password", "not this", "kept.name", "Nightly <copy>");
    assertThat(owner.post("/account/confirm", wrong).body())
        .contains("This is not your password.", "name=\"kept.name\"")
        .doesNotContain("not this\"");
    HttpResponse<String> proved = owner.post("/account/confirm", proof);
    assertThat(proved.body()).contains("action=\"/account/tokens\"", "Send it now");
    assertThat(proved.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-portolan=");
    assertThat(makeToken(owner).body()).contains("Your token is ready");

    Thread.sleep(REMEMBERED_MILLIS);
    assertThat(thief.get("/account").statusCode()).isEqualTo(302);
    assertThat(owner.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageThatAsksForAProofIsComeBackTo() throws Exception {
    Visitor owner = Visitor.signedIn(application, "rocb");
    owner.post("/account/security", Map.of("do", "app"));
    tenMinutesLater();
    HttpResponse<String> answer = owner.get("/account/security/app");
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/account/confirm?to=%2Faccount%2Fsecurity%2Fapp");
    HttpResponse<String> proved =
        owner.post(
            "/account/confirm",
            Map.of("to", "/account/security/app", "password", PackagedApplication.PASSWORD));
    assertThat(proved.headers().firstValue("Location").orElseThrow())
        .endsWith("/account/security/app");
  }

  @Test
  void anImportIsAppliedAndUndoneAfterAnotherProofAndNothingOfItIsLost() throws Exception {
    Visitor owner = Visitor.signedIn(application, "secretariat");
    ExchangeDesk desk = new ExchangeDesk(owner);
    SheetFile file = SheetFile.of("code", "post");
    file.add(Map.of("code", "DEMO-P-0001", "post", "By a file"));
    long id = desk.upload("people", "posts.csv", file.as("csv"));
    String page = "/desk/exchange/" + id;
    Map<String, String> apply = Map.of("act", "apply", "stale", "overwrite");

    tenMinutesLater();
    HttpResponse<String> asked = owner.post(page, apply);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains(
            "Show again who you are",
            "name=\"kept.act\" value=\"apply\"",
            "name=\"kept.stale\" value=\"overwrite\"");
    assertThat(desk.show(id).state()).isEqualTo("checked");
    Map<String, String> proof =
        Map.of(
            "to",
            page,
            "password",
            PackagedApplication.PASSWORD,
            "kept.act",
            "apply",
            "kept.stale",
            "overwrite");
    assertThat(owner.post("/account/confirm", proof).body())
        .contains("action=\"" + page + "\"", "name=\"act\" value=\"apply\"");
    assertThat(desk.act(id, apply).state()).isEqualTo("applied");

    tenMinutesLater();
    HttpResponse<String> undo = owner.post(page, Map.of("act", "undo"));
    assertThat(undo.body()).contains("Show again who you are", "value=\"undo\"");
    assertThat(desk.show(id).state()).isEqualTo("applied");
    assertThat(
            owner
                .post(
                    "/account/confirm",
                    Map.of(
                        "to", page, "password", PackagedApplication.PASSWORD, "kept.act", "undo"))
                .body())
        .contains("action=\"" + page + "\"");
    assertThat(desk.undo(id).state()).isEqualTo("undone");
  }

  private static HttpResponse<String> makeToken(Visitor visitor) {
    return visitor.postFaces("/account/tokens", "make", "create", Map.of("name", "Nightly <copy>"));
  }

  private static void tenMinutesLater() throws SQLException, InterruptedException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE sign_in SET proved_at = proved_at - INTERVAL 10 MINUTE");
    }
    Thread.sleep(REMEMBERED_MILLIS);
  }
}
