package org.portolan.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in files, read by the real process. */
class TextReadingTest {
  @TempDir private Path folder;

  @Test
  void aPdfIsReadPageByPage() throws Exception {
    FoundText text = read(MadeDocuments.pdf(List.of("Container seals", "", "Risk lanes")));
    assertThat(text.format()).isEqualTo(FileFormat.PDF);
    assertThat(text.parts()).containsExactly("Container seals", "", "Risk lanes");
    assertThat(text.whole()).isTrue();
  }

  @Test
  void aPdfOfPicturesHasPagesAndNoWords() throws Exception {
    FoundText text = read(MadeDocuments.pdf(List.of("", "")));
    assertThat(text.parts()).hasSize(2);
    assertThat(text.wordless()).isTrue();
  }

  @Test
  void aLockedPdfSaysSo() throws Exception {
    FoundText text = read(MadePdfs.locked("secret"));
    assertThat(text.format()).isEqualTo(FileFormat.PDF);
    assertThat(text.locked()).isTrue();
    assertThat(text.wordless()).isTrue();
  }

  @Test
  void aLetterIsOnePart() throws Exception {
    FoundText text = read(MadeDocuments.docx("First paragraph", "Second one"));
    assertThat(text.format()).isEqualTo(FileFormat.DOCX);
    assertThat(text.parts()).containsExactly("First paragraph\nSecond one");
  }

  @Test
  void sheetsAndSlidesAreParts() throws Exception {
    FoundText sheets = read(MadeDocuments.xlsx("duty rates", "quota"));
    assertThat(sheets.format()).isEqualTo(FileFormat.XLSX);
    assertThat(sheets.parts()).hasSize(2);
    assertThat(sheets.parts().get(0)).contains("duty rates");
    assertThat(sheets.parts().get(1)).contains("quota").doesNotContain("duty");
    FoundText slides = read(MadeDocuments.pptx("single window", "next steps"));
    assertThat(slides.format()).isEqualTo(FileFormat.PPTX);
    assertThat(slides.parts()).hasSize(2);
    assertThat(slides.parts().get(0)).contains("single window");
    assertThat(slides.parts().get(1)).contains("next steps").doesNotContain("window");
  }

  @Test
  void openDocumentsRichTextPagesAndPlainTextAreRead() throws Exception {
    assertThat(read(MadeDocuments.odt("Одно окно")).parts()).containsExactly("Одно окно");
    assertThat(read(MadeDocuments.rtf("Carnet de passages")).parts())
        .containsExactly("Carnet de passages");
    assertThat(read(MadeDocuments.bytes("قواعد المنشأ\nin two lines")).parts())
        .containsExactly("قواعد المنشأ\nin two lines");
    FoundText page =
        read(
            MadeDocuments.bytes(
                "<!DOCTYPE html><html><head><title>t</title><script>alert(1)</script></head>"
                    + "<body><p>Advance rulings</p></body></html>"));
    assertThat(page.format()).isEqualTo(FileFormat.HTML);
    assertThat(page.parts()).containsExactly("Advance rulings");
  }

  @Test
  void whatIsNoneOfTheseIsSaid() throws Exception {
    FoundText text = read(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    assertThat(text.format()).isNull();
    assertThat(text.parts()).isEmpty();
  }

  @Test
  void marksThatTurnTheDirectionOfWritingAreLeftOut() throws Exception {
    assertThat(read(MadeDocuments.bytes("invoice\u202efdp.exe and more words here")).parts())
        .containsExactly("invoice fdp.exe and more words here");
  }

  @Test
  void noMoreIsReadThanIsWorthIt() throws Exception {
    String line = "words and words ".repeat(5);
    FoundText many =
        read(MadeDocuments.pdf(IntStream.range(0, 400).mapToObj(i -> line + i).toList()));
    assertThat(many.parts()).hasSize(400);
    FoundText large = read(MadeDocuments.bytes("word ".repeat(400_000)));
    assertThat(large.parts().stream().mapToInt(String::length).sum())
        .isBetween(TextParts.MOST * 9 / 10, TextParts.MOST);
    assertThat(large.whole()).isFalse();
    assertThat(
            read(MadeDocuments.docx(
                    Collections.nCopies(60_000, "a paragraph of words").toArray(String[]::new)))
                .whole())
        .isFalse();
  }

  @Test
  void theFormatIsToldByTheContentAlone() throws Exception {
    Path file = Files.write(folder.resolve("letter.txt"), MadeDocuments.docx("Words"));
    ReadFacts facts =
        LimitedReading.readIn(Files.createTempDirectory(folder, ""), Reading.FORMAT, file);
    assertThat(FileFormat.of(facts)).contains(FileFormat.DOCX);
    assertThat(facts.facts()).hasSize(1);
  }

  private FoundText read(byte[] content) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "ä", ""), content);
    return LimitedReading.readIn(
        Files.createTempDirectory(folder, ""), Reading.TEXT, file, FoundText::of);
  }
}
