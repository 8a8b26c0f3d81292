package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {
  private static final List<String> COLUMNS = List.of("code", "given", "since");

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,Zoë Müller,UTF-8",
    "windows-1252,true,Zoë Müller à Genève où elle était née,windows-1252",
    "windows-1251,true,Инспектор таможенной службы Пушкина,windows-1251",
    "windows-1256,true,مفتش في إدارة الجمارك العامة,windows-1256",
    "UTF-16,false,Zoë,UTF-16BE"
  })
  void theEncodingIsToldOrGuessed(String written, boolean guess, String text, String found)
      throws UnreadableFile {
    byte[] content = ("code,given\n1," + text + "\n").getBytes(Charset.forName(written));
    FileForm form = FileForm.guess(content, COLUMNS);
    assertThat(form.charset()).isEqualTo(found);
    assertThat(form.guessed()).isEqualTo(guess);
    assertThat(read(content, form).get(1).cells()).containsExactly("1", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsTheOneThatShowsColumnsWeKnow(String delimiter) throws UnreadableFile {
    byte[] content =
        bytes("\uFEFFcode" + delimiter + "given\n1" + delimiter + "\"a" + delimiter + "b\"\n");
    FileForm form = FileForm.guess(content, COLUMNS);
    assertThat(form.delimiter()).isEqualTo(delimiter);
    assertThat(read(content, form))
        .extracting(RawRow::cells)
        .containsExactly(List.of("code", "given"), List.of("1", "a" + delimiter + "b"));
  }

  @Test
  void aFirstLineThatNamesTheDelimiterIsNoRow() throws UnreadableFile {
    assertThat(read("sep=;\ncode;given\n1;a\n"))
        .extracting(RawRow::cells)
        .containsExactly(List.of("code", "given"), List.of("1", "a"));
  }

  @Test
  void rowsKeepTheNumbersThatASpreadsheetShows() throws UnreadableFile {
    assertThat(read("code,given\n\n1,\"two\nlines\"\n,\n2\n3,x,y\n"))
        .extracting(row -> row.line() + ":" + row.cells().size())
        .containsExactly("1:2", "3:2", "6:1", "7:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+352", "-A1", "@x", "\tx", "=cmd|' /C calc'!A0"})
  void whatASpreadsheetWouldRunIsRefusedUnlessItIsGuarded(String cell) throws UnreadableFile {
    String quoted = "\"" + cell + "\"";
    assertThat(read("code,given\n1," + quoted + "\n").get(1).faults()).containsEntry(1, "formula");
    String guarded = PlainCell.guarded(cell);
    assertThat(guarded).startsWith("'");
    RawRow row = read("code,given\n1,\"" + guarded + "\"\n").get(1);
    assertThat(row.faults()).isEmpty();
    assertThat(row.cells().get(1)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12.5", "'", "''", "'a", "a=b", "", "-1", "''=x", "'=x", "'''@", "it's"})
  void everyTextComesBackAsItWas(String text) {
    assertThat(PlainCell.plain(PlainCell.guarded(text))).isEqualTo(text);
    assertThat(PlainCell.formula(PlainCell.guarded(text))).isFalse();
  }

  @Test
  void aNumberIsLeftANumber() {
    assertThat(PlainCell.guarded("-12.5")).isEqualTo("-12.5");
    assertThat(PlainCell.guarded("-12.5+1")).isEqualTo("'-12.5+1");
  }

  @Test
  void fiftyThousandRowsAreTakenAndOneMoreIsNot() throws UnreadableFile {
    String row = "1,a\n";
    byte[] most = bytes("code,given\n" + row.repeat(50_000));
    assertThat(read(most, FileForm.guess(most, COLUMNS))).hasSize(50_001);
    byte[] more = bytes("code,given\n" + row.repeat(50_001));
    assertUnreadable(more, "rows");
  }

  @Test
  void whatIsNoTableIsNamed() {
    assertUnreadable(new byte[0], "empty");
    assertUnreadable(bytes("\n\n"), "empty");
    assertUnreadable(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "format");
    assertUnreadable(bytes("%PDF-1.7"), "format");
    assertUnreadable(bytes("code,given\n1,\"never closed\n2,b\n"), "broken");
    assertUnreadable(bytes("x,".repeat(101) + "\n"), "columns");
    assertUnreadable(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "workbook");
  }

  @Test
  void bytesThatTheEncodingDoesNotHaveAreSeen() throws UnreadableFile {
    byte[] content = "code,given\n1,é\n".getBytes(StandardCharsets.ISO_8859_1);
    FileForm form = new FileForm(FileForm.Format.CSV, "UTF-8", ",", false);
    assertThat(read(content, form).get(1).faults()).containsEntry(1, "unreadable");
  }

  @Test
  void aLongCellIsCutAndSaidToBeLong() throws UnreadableFile {
    RawRow row = read("code,given\n1," + "x".repeat(5000) + "\n").get(1);
    assertThat(row.faults()).containsEntry(1, "long");
    assertThat(row.cells().get(1)).hasSize(RawRow.LONGEST_CELL);
  }

  @Test
  void aWorkbookGivesTextNumbersAndDaysAndNoFormula() throws Exception {
    byte[] content =
        workbook(
            sheet -> {
              sheet.value(0, 0, "code");
              sheet.value(0, 1, "given");
              sheet.value(0, 2, "since");
              sheet.value(0, 3, "end");
              sheet.value(1, 0, 12.50);
              sheet.value(1, 1, "=1+1");
              sheet.value(1, 2, java.time.LocalDate.of(2027, 3, 8));
              sheet.formula(2, 1, "1+1");
            });
    FileForm form = FileForm.guess(content, COLUMNS);
    assertThat(form.format()).isEqualTo(FileForm.Format.XLSX);
    List<RawRow> rows = read(content, form);
    assertThat(rows.get(1).cells()).containsExactly("12.5", "=1+1", "2027-03-08", "");
    assertThat(rows.get(1).faults()).isEmpty();
    assertThat(rows.get(2).faults()).containsEntry(1, "formula");
  }

  @Test
  void aWorkbookThatUnpacksToTooMuchIsRefusedBeforeItIsRead() throws Exception {
    byte[] bomb =
        with(
            workbook(sheet -> sheet.value(0, 0, "code")),
            "xl/worksheets/sheet2.xml",
            out -> {
              byte[] zeros = new byte[1024 * 1024];
              for (int i = 0; i < 201; i++) {
                out.write(zeros);
              }
            });
    assertThat(bomb.length).isLessThan(1024 * 1024);
    assertUnreadable(bomb, "unpacked");
  }

  @Test
  void noEntityOfAWorkbookIsResolved() throws Exception {
    byte[] plain = workbook(sheet -> sheet.inlineString(0, 0, "MARK"));
    byte[] content = replaced(plain);
    try {
      List<RawRow> rows = read(content, FileForm.guess(content, COLUMNS));
      assertThat(rows.toString()).doesNotContain("root:").doesNotContain("expanded");
    } catch (UnreadableFile refused) {
      assertThat(refused.problem().key()).endsWith("workbook");
    }
  }

  /** The same with a document type in its sheet that names a file and an entity of its own. */
  private static byte[] replaced(byte[] workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().endsWith("sheet1.xml")) {
          text =
              text.replaceFirst(
                      "<worksheet",
                      "<!DOCTYPE worksheet [<!ENTITY f SYSTEM \"file:///etc/passwd\">"
                          + "<!ENTITY e \"expanded\">]><worksheet")
                  .replace("MARK", "&f;&e;");
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Filling {
    void into(Worksheet sheet);
  }

  @FunctionalInterface
  private interface Writing {
    void to(ZipOutputStream out) throws IOException;
  }

  private static byte[] workbook(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      filling.into(workbook.newWorksheet("one"));
    }
    return bytes.toByteArray();
  }

  private static byte[] with(byte[] workbook, String name, Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(in.getInputStream(entry).readAllBytes());
      }
      out.putNextEntry(new ZipEntry(name));
      writing.to(out);
    }
    return bytes.toByteArray();
  }

  private static void assertUnreadable(byte[] content, String key) {
    assertThatThrownBy(() -> read(content, FileForm.guess(content, COLUMNS)))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refused -> assertThat(refused.problem().key()).endsWith("file." + key));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<RawRow> read(String text) throws UnreadableFile {
    return read(bytes(text), FileForm.guess(bytes(text), COLUMNS));
  }

  private static List<RawRow> read(byte[] content, FileForm form) throws UnreadableFile {
    List<RawRow> rows = new ArrayList<>();
    FileReading.read(content, form, Set.of("since"), rows::add);
    return rows;
  }
}
