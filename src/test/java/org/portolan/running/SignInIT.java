package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and how often somebody may try. */
class SignInIT {
  private static final String WRONG = "Address and password do not go together.";

  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @ParameterizedTest
  @ValueSource(strings = {" Editor@demo.portolan.EXAMPLE ", "editor@demo.portolan.example"})
  void capitalsAndSpaceAroundMakeNoDifference(String email) {
    assertThat(signIn(email).statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00e9ditor@demo.portolan.example",
        "\uff45ditor@demo.portolan.example",
        "edi\u200btor@demo.portolan.example"
      })
  void anotherSpellingThatTheDatabaseTakesForTheSameIsUnknown(String email) {
    HttpResponse<String> answer = signIn(email);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(WRONG);
  }

  @Test
  void anAddressLongerThanAnyIsWrongLikeAnyOther() {
    HttpResponse<String> answer = signIn("a".repeat(100_000) + "@demo.portolan.example");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(WRONG);
  }

  @Test
  void theTriesForOneAccountAreCountedHoweverItIsWritten() {
    String account = "nobody-of-this-test@demo.portolan.example";
    for (int i = 0; i < 4; i++) {
      assertThat(signIn(account).body()).contains(WRONG);
      assertThat(signIn(" " + account.toUpperCase(java.util.Locale.ROOT)).body()).contains(WRONG);
    }
    assertThat(signIn(account).body()).contains("Too many tries for this account.");
  }

  private static HttpResponse<String> signIn(String email) {
    return new Visitor(application).signIn(email, PackagedApplication.PASSWORD);
  }
}
