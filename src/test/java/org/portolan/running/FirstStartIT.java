package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first start of an installation: nobody has an account, and nothing is known by heart. */
class FirstStartIT {
  private static final Pattern SET_UP = Pattern.compile("http://\\S+(/set-up\\?token=\\S+)");
  private static final Pattern DEMO_PASSWORD =
      Pattern.compile("password of every account of the demo world is (\\S+) \\(said this once");

  @Test
  void theFirstAdministratorIsMadeAtAnAddressThatIsGoodOnce() {
    try (PackagedApplication application =
        PackagedApplication.start("first-start", Map.of("PORTOLAN_DEMO", "false"))) {
      Matcher line = SET_UP.matcher(application.log());
      assertThat(line.find()).as("an address in the log").isTrue();
      String address = line.group(1);
      assertThat(line.find()).as("a second address in the log").isFalse();
      Visitor visitor = new Visitor(application);
      assertThat(visitor.get("/set-up").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/set-up?token=guessed").statusCode()).isEqualTo(404);
      assertThat(visitor.get(address).statusCode()).isEqualTo(200);

      HttpResponse<String> wrong = create(visitor, address, "too short");
      assertThat(wrong.statusCode()).isEqualTo(200);
      assertThat(wrong.body())
          .contains("A password has 12 to 200 characters.", "value=\"Amina\"")
          .doesNotContain("too short");
      HttpResponse<String> made = create(visitor, address, "four words to keep");
      assertThat(made.statusCode()).isEqualTo(302);
      assertThat(location(made)).isEqualTo("/sign-in?to=/account");

      assertThat(visitor.get(address).statusCode()).isEqualTo(404);
      assertThat(create(visitor, address, "four words again").statusCode()).isEqualTo(404);

      HttpResponse<String> signedIn = visitor.signIn("first@customs.example", "four words to keep");
      assertThat(signedIn.statusCode()).isEqualTo(302);
      assertThat(visitor.get("/account").body())
          .contains("Amina Diallo", "Administrator of the platform");
      assertThat(visitor.get("/sign-in").body()).doesNotContain("demo.portolan.example");
    }
  }

  @Test
  void aPasswordOfTheDemoWorldThatNobodyGaveIsMadeAndSaidOnce() {
    assumeFalse(MySqlServer.wanted(), "the second start needs the database of the first");
    Path data = Path.of(System.getProperty("portolan.it.directory"), "said-once");
    Map<String, String> settings = Map.of("PORTOLAN_DEMO", "true", "PORTOLAN_DEMO_PASSWORD", "");
    String password;
    try (PackagedApplication first = PackagedApplication.start("said-once", settings)) {
      Matcher line = DEMO_PASSWORD.matcher(first.log());
      assertThat(line.find()).as("a password in the log").isTrue();
      password = line.group(1);
      assertThat(password).hasSizeGreaterThan(12);
      assertThat(first.log()).containsOnlyOnce(password).doesNotContain("/set-up?token=");
      assertThat(signIn(first, password).statusCode()).isEqualTo(302);
      assertThat(signIn(first, PackagedApplication.PASSWORD).statusCode()).isEqualTo(200);
    }
    try (PackagedApplication again =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, settings)) {
      assertThat(again.log()).doesNotContain(password).doesNotContainPattern(DEMO_PASSWORD);
      assertThat(signIn(again, password).statusCode()).isEqualTo(302);
    }
  }

  @Test
  void anAddressOfAMailServerThatIsNoneIsNamedWithoutItsPassword() throws IOException {
    assumeFalse(MySqlServer.wanted(), "the setting is read alike on every database");
    Path data = Path.of(System.getProperty("portolan.it.directory"), "mail-refused");
    TestDatabase.empty(data);
    assertThat(
            PackagedApplication.refusal(
                data, Map.of("PORTOLAN_MAIL_URL", "smtp//portolan:do-not-tell@mail.example")))
        .startsWith("exit 1")
        .contains("PORTOLAN_MAIL_URL must be an address like smtp://mail.example:587")
        .doesNotContain("do-not-tell", "Make the first administrator");
  }

  private static HttpResponse<String> signIn(PackagedApplication application, String password) {
    return new Visitor(application).signIn("trainee@demo.portolan.example", password);
  }

  private static HttpResponse<String> create(Visitor visitor, String address, String password) {
    return visitor.postFaces(
        address,
        "setup",
        "go",
        Map.of(
            "given", "Amina",
            "family", "Diallo",
            "email", "first@customs.example",
            "password", password));
  }

  private static String location(HttpResponse<String> answer) {
    URI address = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return address.getRawPath() + "?" + address.getRawQuery();
  }
}
