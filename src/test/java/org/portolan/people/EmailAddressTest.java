package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  private static final EmailAddress ADMIN = new EmailAddress("admin@demo.portolan.example");

  @ParameterizedTest
  @ValueSource(strings = {" admin@demo.portolan.example\n", "Admin@DEMO.portolan.example"})
  void spaceAroundAndCapitalsMakeNoDifference(String typed) {
    assertThat(EmailAddress.typed(typed)).contains(ADMIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ádmin@demo.portolan.example",
        "\uff41dmin@demo.portolan.example",
        "ad\u200bmin@demo.portolan.example",
        "ad\u0000min@demo.portolan.example"
      })
  void whatTheDatabaseTakesForTheSameIsAnother(String typed) {
    assertThat(EmailAddress.typed(typed)).get().isNotEqualTo(ADMIN);
  }

  @Test
  void anAccentIsTheSameHoweverItWasTyped() {
    assertThat(new EmailAddress("e\u0301va@x")).isEqualTo(new EmailAddress("\u00e9va@x"));
  }

  @Test
  void anAddressLongerThanAnyAccountHasIsNone() {
    String longest = "a".repeat(188) + "@x";
    assertThat(EmailAddress.typed(longest)).isPresent();
    assertThat(EmailAddress.typed("a" + longest)).isEmpty();
  }
}
