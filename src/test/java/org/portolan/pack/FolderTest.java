package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.pack.RefusedPack.Reason;

/** What a folder of documents holds, and what its table says of them. */
class FolderTest {
  @TempDir private Path directory;

  private Folder open(Map<String, String> files) throws Exception {
    Path file = Files.createTempFile(directory, "", ".zip");
    Files.write(file, zip(files));
    return Folder.open(file);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> files(String... namesAndContents) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      files.put(namesAndContents[i], namesAndContents[i + 1]);
    }
    return files;
  }

  @Test
  void theTableSaysWhatDocumentsAre() throws Exception {
    try (Folder folder =
        open(
            files(
                "in/table.csv", "File;Title;theme\nb.md;Second;t1\n\nmissing.md;Third;t2\n",
                "in/a.md", "a",
                "in/b.md", "b",
                "__MACOSX/in/._a.md", "x",
                "in/.DS_Store", "x"))) {
      assertThat(folder.said()).isEmpty();
      assertThat(folder.entries())
          .extracting(Folder.Entry::file)
          .containsExactly("in/b.md", "", "in/a.md");
      assertThat(folder.entries()).extracting(Folder.Entry::line).containsExactly(2, 4, 0);
      assertThat(folder.entries().get(0).cell(FolderColumn.TITLE)).isEqualTo("Second");
      assertThat(folder.entries().get(1).asked()).isEqualTo("missing.md");
      assertThat(folder.entries().get(2).cell(FolderColumn.TITLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name;title\\nx;y,pack.folder.column.file",
    "file;file\\na.md;y,pack.folder.column.twice",
    "file;colour\\na.md;red,pack.folder.column.unknown",
    "'',platform.exchange.file.empty"
  })
  void whatIsOddAboutATableIsSaid(String table, String key) throws Exception {
    try (Folder folder = open(files("t.csv", table.replace("\\n", "\n"), "a.md", "a"))) {
      assertThat(folder.said()).extracting(FolderRow.Said::key).contains(key);
      assertThat(folder.entries()).extracting(Folder.Entry::file).containsExactly("a.md");
    }
  }

  @Test
  void ofTwoTablesTheFirstCounts() throws Exception {
    try (Folder folder =
        open(
            files("1.csv", "file,title\na.md,One", "2.csv", "file,title\na.md,Two", "a.md", "a"))) {
      assertThat(folder.said())
          .extracting(FolderRow.Said::key)
          .containsExactly("pack.folder.tables");
      assertThat(folder.entries().get(0).cell(FolderColumn.TITLE)).isEqualTo("One");
    }
  }

  @Test
  void aTableThatIsNoWorkbookIsSaidToBeNone() throws Exception {
    try (Folder folder = open(files("t.xlsx", "PK\u0003\u0004 no workbook", "a.md", "a"))) {
      assertThat(folder.said()).hasSize(1);
      assertThat(folder.entries()).hasSize(1);
    }
  }

  @Test
  void namesThatLeadElsewhereAndTooManyAreRefused() throws Exception {
    assertThatThrownBy(() -> open(files("../a.md", "a")).close())
        .isInstanceOfSatisfying(
            RefusedPack.class, e -> assertThat(e.reason()).isEqualTo(Reason.NAME));
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i <= Folder.MOST; i++) {
      many.put(i + ".md", "x");
    }
    assertThatThrownBy(() -> open(many).close())
        .isInstanceOfSatisfying(
            RefusedPack.class, e -> assertThat(e.reason()).isEqualTo(Reason.MANY));
  }
}
