package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationListTest {
  private static final NewOfficer ANNA =
      new NewOfficer("Anna", "Berg", "anna@customs.example", "fr", "Inspector");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna,Berg,anna@customs.example,fr,Inspector",
        "Anna;Berg;anna@customs.example;fr;Inspector\r\n",
        "Anna\tBerg\tanna@customs.example\tFR\tInspector",
        "\uFEFFgiven,family,email,language,post\nAnna,Berg,anna@customs.example,fr,Inspector",
        "Email;Post;Given;Family\n\nanna@customs.example;Inspector;Anna;Berg\n\n"
      })
  void aRowIsReadHoweverItIsSeparated(String text) {
    assertThat(InvitationList.parse(text, "fr")).containsExactly(ANNA);
  }

  @Test
  void aRowThatLacksSomethingSaysWhat() {
    assertThat(InvitationList.parse("Anna,Berg", "xx"))
        .singleElement()
        .satisfies(
            officer ->
                assertThat(officer.problems())
                    .containsEntry("email", "missing")
                    .containsEntry("language", "language"));
    assertThat(InvitationList.parse("Anna,,anna@customs.example\r\nBcc: x", "en").get(0).problems())
        .containsEntry("family", "missing");
  }

  @Test
  void tooManyRowsAreNotTaken() {
    String row = "Anna,Berg,anna@customs.example\n";
    assertThat(InvitationList.parse(row.repeat(InvitationList.MOST), "en"))
        .hasSize(InvitationList.MOST);
    assertThatThrownBy(() -> InvitationList.parse(row.repeat(InvitationList.MOST + 1), "en"))
        .isInstanceOf(InvitationList.TooLong.class);
  }
}
