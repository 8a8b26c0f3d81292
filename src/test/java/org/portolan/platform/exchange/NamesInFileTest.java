package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInFileTest {
  private static final NamedPerson PERSON =
      new NamedPerson("P-17", List.of("zoe@old.example", "zoé.l@a.example"), "Zoé", "Lô");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code,post\nP-17,Inspector\n",
        "code;post\r\n\"p-17\";Inspector\r\n",
        "x,ZOÉ.L@A.EXAMPLE,y",
        "a,b\nLÔ,\"Zoé\"\n",
        "remark\nseen by zoé lô today"
      })
  void aFileOfTextsIsLookedThrough(String text) {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")) {
      assertThat(NamesInFile.names(text.getBytes(Charset.forName(charset)), PERSON))
          .as(charset)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code,post\nP-170,Inspector\n",
        "code,post\nXP-17,Inspector\n",
        "Zoé,Lônder",
        "Zoé,X\nY,Lô\n",
        ""
      })
  void whoeverElseIsInAFileStays(String text) {
    assertThat(NamesInFile.names(text.getBytes(StandardCharsets.UTF_8), PERSON)).isFalse();
  }

  @Test
  void aWorkbookIsLookedThroughInEveryPart() throws IOException {
    assertThat(NamesInFile.names(workbook("nobody", "of all"), PERSON)).isFalse();
    assertThat(NamesInFile.names(workbook("P-17", ""), PERSON)).isTrue();
    assertThat(NamesInFile.names(workbook("nobody", "zoé.l@a.example"), PERSON)).isTrue();
    assertThat(NamesInFile.names(workbook("Lô", "Zoé"), PERSON)).isTrue();
    assertThat(
            NamesInFile.names(
                workbook("O'Hara & Sons", ""),
                new NamedPerson("P-18", List.of("b@a.example"), "&", "O'Hara")))
        .isTrue();
  }

  @Test
  void whatCannotBeLookedIntoMayNameAnybody() {
    assertThat(NamesInFile.names(new byte[] {'P', 'K', 3, 4, 5, 6}, PERSON)).isTrue();
  }

  private static byte[] workbook(String first, String second) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Portolan", null)) {
      workbook.newWorksheet("one").value(0, 0, first);
      workbook.newWorksheet("two").value(3, 3, second);
    }
    return out.toByteArray();
  }
}
