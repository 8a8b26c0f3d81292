package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and starting again, and the parts that fail under a running node. */
class LifecycleIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @Test
  void whatWasEnteredIsThereAfterTheNextStartAndNothingIsLeftRunning() throws Exception {
    assumeFalse(MySqlServer.wanted(), "the embedded database is what is looked at");
    Path data = directory().resolve("lifecycle");
    TestDatabase.empty(data);
    Map<String, String> demo =
        Map.of("PORTOLAN_DEMO", "true", "PORTOLAN_DEMO_PASSWORD", PackagedApplication.PASSWORD);
    String application;
    ProcessHandle database;
    try (PackagedApplication first =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, demo)) {
      database = database(data);
      application = apply(first);
    }
    assertThat(database.isAlive()).as("the database after the stop").isFalse();
    assertThat(Files.readString(data.resolveSibling("lifecycle.log")))
        .as("what a start and a stop say")
        .doesNotContain("Exception");

    try (PackagedApplication again =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, demo)) {
      assertThat(page(again, application, signIn(again)).statusCode()).isEqualTo(200);

      database(data).destroyForcibly();
      await(again, "/catalog", answer -> answer.statusCode() == 200);
      assertThat(page(again, application, signIn(again)).statusCode()).isEqualTo(200);

      TestDatabase.empty(data.resolve("index"));
      await(again, "/search?q=customs", answer -> Files.exists(data.resolve("index/current")));
      await(again, "/search?q=customs", answer -> answer.body().contains("class=\"hit\""));

      assertThat(PackagedApplication.refusal(data, demo))
          .startsWith("exit 1")
          .contains("Portolan cannot start.")
          .doesNotContain("\tat ");
      database = database(data);
    }
    assertThat(database.isAlive()).as("the database after the second stop").isFalse();
  }

  @Test
  void withoutItsDatabaseANodeSaysSoToPeopleAndToMachines() throws Exception {
    assumeFalse(MySqlServer.wanted(), "one database that can be taken away is enough");
    Path folder = directory().resolve("taken-away-database");
    TestDatabase.empty(folder);
    SeparateDatabase database = SeparateDatabase.start(folder);
    try (PackagedApplication node = PackagedApplication.start("taken-away", database.settings())) {
      assertThat(get(node, "/catalog").statusCode()).isEqualTo(200);
      database.close();

      HttpResponse<String> page = get(node, "/catalog?lang=fr");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("lang=\"fr\"", "<h1").doesNotContain("Exception");
      // who somebody is cannot be looked up: it fails before the page is reached
      HttpResponse<String> known = page(node, "/catalog", "lang=ar; __Host-portolan=somebody");
      assertThat(known.statusCode()).isEqualTo(503);
      assertThat(known.body()).contains("lang=\"ar\" dir=\"rtl\"");
      HttpResponse<String> ready = get(node, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("database");
      assertThat(get(node, "/health/live").statusCode()).isEqualTo(200);
      // a page of the list that nobody asked for: the one above may still be kept
      assertThat(get(node, "/api/v1/sessions?limit=7").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path folder) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(
              PackagedApplication.refusal(
                  folder.resolve("data"),
                  Map.of("PORTOLAN_HTTP_PORT", String.valueOf(taken.getLocalPort()))))
          .startsWith("exit 1")
          .contains("Port " + taken.getLocalPort(), "PORTOLAN_HTTP_PORT");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
    // a file where the folder should be: root may write everywhere else
    Path file = Files.writeString(folder.resolve("data"), "not a folder");

    assertThat(PackagedApplication.refusal(file, Map.of()))
        .startsWith("exit 1")
        .contains(file.toString());
  }

  @Test
  void anAddressOfADatabaseThatDoesNotAnswerIsNamedWithoutItsPassword(@TempDir Path folder) {
    assertThat(
            PackagedApplication.refusal(
                folder.resolve("data"),
                Map.of(
                    "PORTOLAN_DB_URL", "jdbc:mysql://127.0.0.1:9/portolan?connectTimeout=2000",
                    "PORTOLAN_DB_PASSWORD", "do-not-tell")))
        .startsWith("exit 1")
        .contains("PORTOLAN_DB_URL")
        .doesNotContain("do-not-tell");
  }

  @Test
  void anAddressThatCannotBeBoundIsNamed(@TempDir Path folder) {
    assertThat(refused(folder, "PORTOLAN_BIND", "nowhere.invalid"))
        .contains("PORTOLAN_BIND", "nowhere.invalid")
        .doesNotContain("taken");
  }

  @Test
  void aBaseAddressThatIsNoneIsNamed(@TempDir Path folder) {
    assertThat(refused(folder, "PORTOLAN_BASE_URL", "learn.example.org"))
        .contains("PORTOLAN_BASE_URL", "learn.example.org");
  }

  @Test
  void aFixedClockIsRefusedOutsideOfTheDemoWorld(@TempDir Path folder) {
    assertThat(refused(folder, "PORTOLAN_CLOCK", "2026-11-23T08:00:00Z"))
        .contains("PORTOLAN_CLOCK", "PORTOLAN_DEMO");
  }

  /** The one line in which a setting is refused. */
  private static String refused(Path folder, String setting, String value) {
    String said = PackagedApplication.refusal(folder.resolve("data"), Map.of(setting, value));
    assertThat(said).startsWith("exit 1\nPortolan cannot start. ").doesNotContain("\tat ");
    assertThat(said.lines()).hasSize(2);
    assertThat(folder.resolve("data")).doesNotExist();
    return said;
  }

  /** Applies as the demo trainee for a session with seats; the address of the application. */
  private String apply(PackagedApplication node) throws Exception {
    String session = get(node, "/api/v1/sessions?limit=200").body();
    for (String id : session.split("\"id\":")) {
      String number = id.replaceAll("(?s)\\D.*", "");
      if (number.isEmpty()) {
        continue;
      }
      HttpResponse<String> answer =
          post(node, "/apply/" + number, "motivation=Kept+over+a+restart", signIn(node));
      if (answer.statusCode() == 302
          && answer.headers().firstValue("Location").orElse("").contains("/applications/")) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
      }
    }
    throw new AssertionError("no session could be applied for");
  }

  private String signIn(PackagedApplication node) throws Exception {
    HttpResponse<String> answer =
        post(
            node,
            "/sign-in",
            "signin=signin&jakarta.faces.ViewState=stateless&go=go"
                + "&email=trainee%40demo.portolan.example&password="
                + PackagedApplication.PASSWORD,
            "");
    assertThat(answer.statusCode()).isEqualTo(302);
    return PackagedApplication.signInCookie(answer);
  }

  private HttpResponse<String> post(
      PackagedApplication node, String path, String form, String cookie) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(node.url(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(PackagedApplication node, String path) throws Exception {
    return page(node, path, "");
  }

  private HttpResponse<String> page(PackagedApplication node, String path, String cookie)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(node.url(path))).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void await(
      PackagedApplication node, String path, Predicate<HttpResponse<String>> expected)
      throws Exception {
    Instant limit = Instant.now().plus(SOON);
    HttpResponse<String> answer = get(node, path);
    while (!expected.test(answer) && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
      answer = get(node, path);
    }
    assertThat(expected.test(answer)).as("%s: %s", path, answer.statusCode()).isTrue();
  }

  private static ProcessHandle database(Path data) throws IOException {
    String pid = Files.readString(data.resolve("database/mariadbd.pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Path directory() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("portolan.it.directory")));
  }
}
