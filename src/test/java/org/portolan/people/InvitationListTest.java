package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

  @Test
  void columnsThatNobodyKnowsAreNamed() {
    assertThat(InvitationList.unknown("Given;Family;E-mail;Email;Shoe size\nA;B;x;a@b.example;42"))
        .containsExactly("E-mail", "Shoe size");
    assertThat(InvitationList.unknown("Anna,Berg,anna@customs.example,fr,Inspector")).isEmpty();
    assertThat(InvitationList.unknown(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
  void aFileIsReadAsIfItHadBeenPasted(String charset) {
    String text =
        (charset.startsWith("UTF-16") ? "\uFEFF" : "")
            + "email;given;family;post\r\nanna@customs.example;Ann'é;\"Berg; Å\";=1+1\r\n";
    InvitationFile file = InvitationFile.read(text.getBytes(Charset.forName(charset)));
    assertThat(file.guessed()).isEqualTo(charset.startsWith("windows"));
    assertThat(InvitationList.parse(file.list(), "fr"))
        .singleElement()
        .satisfies(
            officer -> {
              assertThat(officer)
                  .isEqualTo(new NewOfficer("Ann'é", "Berg; Å", "anna@customs.example", "fr", "="));
              assertThat(officer.problems()).containsOnly(Map.entry("post", "formula"));
            });
  }

  @Test
  void aWorkbookIsReadAsIfItHadBeenPasted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Portolan", null)) {
      Worksheet sheet = workbook.newWorksheet("officers");
      for (int i = 0; i < InvitationList.COLUMNS.size(); i++) {
        sheet.value(0, i, InvitationList.COLUMNS.get(i));
      }
      sheet.value(1, 0, "Anna");
      sheet.value(1, 1, "Berg");
      sheet.value(1, 2, "anna@customs.example");
      sheet.value(1, 4, "Inspector");
      sheet.formula(2, 0, "A2");
    }
    List<NewOfficer> officers =
        InvitationList.parse(InvitationFile.read(out.toByteArray()).list(), "fr");
    assertThat(officers.get(0)).isEqualTo(ANNA);
    assertThat(officers.get(1).problems()).containsEntry("given", "formula");
  }

  @Test
  void aFileThatIsNoListSaysWhy() {
    assertThat(InvitationFile.read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).problem().key())
        .isEqualTo("platform.exchange.file.format");
    String row = "Anna,Berg,anna@customs.example\n";
    assertThat(
            InvitationFile.read(
                    row.repeat(InvitationList.MOST + 2).getBytes(StandardCharsets.UTF_8))
                .problem()
                .key())
        .isEqualTo("platform.exchange.file.rows");
  }
}
