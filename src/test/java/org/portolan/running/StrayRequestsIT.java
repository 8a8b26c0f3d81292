package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no form and no link of ours sends is answered in words and changes nothing. */
class StrayRequestsIT {
  private static final String ERROR = "class=\"note err\"";
  private static PackagedApplication application;
  private static Visitor coordinator;
  private static Visitor admin;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    coordinator = Visitor.signedIn(application, "coordinator");
    admin = Visitor.signedIn(application, "admin");
  }

  @Test
  void accountsAreMergedOnlyByTheButtonAndOnlyIntoOneOfThem() {
    String one = number(coordinator, "/desk/persons", "isaura.tavarino");
    String other = number(coordinator, "/desk/persons", "adjoua.farota");
    String page = "/desk/persons/" + one + "/merge";
    for (Map<String, String> fields :
        List.of(
            Map.of("with", other),
            Map.of("with", other, "stays", one),
            Map.of("with", other, "merge", "no", "stays", one),
            Map.of("with", other, "merge", "yes"),
            Map.of("with", other, "merge", "yes", "stays", "1"),
            Map.of("with", other, "merge", "yes", "stays", "both"))) {
      HttpResponse<String> answer = coordinator.post(page, fields);
      assertThat(answer.statusCode()).as("%s", fields).isEqualTo(200);
      assertThat(answer.body()).as("%s", fields).contains(ERROR, "name=\"stays\"");
    }
    assertThat(coordinator.get("/desk/persons/" + other).body()).contains(other + "/merge");
  }

  @Test
  void aChangeOfAddressIsAgreedToOrRefusedInSoManyWords() {
    Visitor officer = Visitor.signedIn(application, "aissata.diakore");
    String wished = "wished." + UUID.randomUUID() + "@customs.example";
    assertThat(officer.post("/account/address", Map.of("do", "ask", "email", wished)).statusCode())
        .isEqualTo(302);
    String letter =
        "/desk/outbox/" + number(admin, "/desk/outbox", "aissata.diakore@demo.portolan.example");
    Matcher link =
        Pattern.compile("/account/address/answer\\?token=([\\w-]+)")
            .matcher(admin.get(letter).body());
    assertThat(link.find()).isTrue();
    String token = link.group(1);
    Visitor reader = new Visitor(application);
    for (Map<String, String> fields :
        List.of(
            Map.of("token", token),
            Map.of("token", token, "answer", ""),
            Map.of("token", token, "answer", "Agree"),
            Map.of("token", token, "answer", "no"))) {
      HttpResponse<String> answer = reader.post("/account/address/answer", fields);
      assertThat(answer.statusCode()).as("%s", fields).isEqualTo(200);
      assertThat(answer.body()).as("%s", fields).contains(ERROR, "id=\"agree\"", "id=\"refuse\"");
    }
    assertThat(officer.get("/account/address").statusCode()).as("still signed in").isEqualTo(200);
    assertThat(
            reader
                .post("/account/address/answer", Map.of("token", token, "answer", "agree"))
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("?done=agreed"));
    officer.post("/account/address", Map.of("do", "back"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded,''",
    "multipart/form-data; boundary=x,'--x--\r\n'",
    "multipart/form-data; boundary=x,'--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n'",
    "multipart/form-data,''"
  })
  void aFormWithoutAFileIsSaidToHaveNone(String type, String body) {
    assertThat(sent("/desk/people/invite/file?member=XS", type, body).body())
        .contains("Choose a file.")
        .doesNotContain("larger than");
    assertThat(sent("/desk/exchange/upload", type, body).headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).contains("problem=none"));
  }

  @Test
  void aFileThatIsTooLargeIsSaidToBe() {
    byte[] large = new byte[2 * 1024 * 1024 + 10];
    assertThat(
            coordinator
                .upload("/desk/people/invite/file?member=XS", Map.of(), "large.csv", large)
                .body())
        .contains("larger than 2 MB");
    assertThat(
            coordinator
                .upload(
                    "/desk/people/invite/file?member=XS",
                    Map.of(),
                    "larger.csv",
                    new byte[3 * 1024 * 1024])
                .body())
        .contains("larger than 2 MB");
  }

  private static HttpResponse<String> sent(String path, String type, String body) {
    return coordinator.send(
        coordinator.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", "-3", "many"})
  void nobodyMakesThePageSayHowManyWereInvited(String count) {
    assertThat(coordinator.get("/desk/people/invitations?done=invited&count=" + count).body())
        .contains("<h1")
        .doesNotContain("9,999", "class=\"note ok\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog,'GET, HEAD, POST'",
    "/sign-in,'GET, HEAD, POST'",
    "/desk/audit,'GET, HEAD, POST'",
    "/desk/exchange/upload,'GET, HEAD, POST'",
    "/account/data/download,'GET, HEAD'"
  })
  void whatAnAddressDoesNotTakeIsSaidWithWhatItTakes(String path, String allowed) {
    for (String method : List.of("PATCH", "PUT", "DELETE", "BREW")) {
      HttpResponse<String> answer =
          admin.send(admin.request(path).method(method, BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).as(method).hasValue(allowed);
      assertThat(answer.body()).as(method).contains("<h1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-02-30",
        "from=2026-01-01T00:00",
        "from=%2B999999-01-01",
        "to=-5000-01-01",
        "from=2026-05-02&to=2026-05-01"
      })
  void daysThatMeanNothingAreNamedInTheAuditReader(String filter) {
    HttpResponse<String> page = admin.get("/desk/audit?" + filter);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("class=\"note warn\"").doesNotContain("class=\"history\"");
  }

  /** The number of the first record that a list finds. */
  private static String number(Visitor visitor, String list, String words) {
    Matcher link =
        Pattern.compile("href=\"" + list + "/(\\d+)\"")
            .matcher(visitor.get(list + "?words=" + words).body());
    assertThat(link.find()).as("%s in %s", words, list).isTrue();
    return link.group(1);
  }
}
