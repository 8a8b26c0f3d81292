package org.portolan.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.platform.reading.MadePdfs.ascii;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portolan.platform.reading.NotReadable.Reason;

/** Hostile files in the real process that reads them. */
class LimitedReadingTest {
  @TempDir private Path folder;

  @Test
  void aLetterIsReadAndItsPagesAreCounted() throws Exception {
    assertThat(read(MadePdfs.letter(3)).facts()).containsExactly(Map.entry("pages", 3));
  }

  @Test
  void aLetterMayLeadSomewhereByALink() throws Exception {
    assertThat(read(MadePdfs.withLink()).facts()).containsExactly(Map.entry("pages", 1));
  }

  @Test
  void whatIsNamedAPdfAndIsNoneIsSeen() throws Exception {
    assertThat(read(ascii("<html><script>alert(1)</script></html>")).has("other")).isTrue();
    assertThat(read(ascii("\n" + "%PDF-1.7\n%%EOF")).has("other")).isTrue();
    assertThat(read(new byte[0]).has("other")).isTrue();
  }

  @Test
  void aFileThatWasCutOffIsSeen() throws Exception {
    byte[] whole = MadePdfs.letter(40);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(read(half).has("cut")).isTrue();
  }

  @Test
  void rubbishBetweenBeginningAndEndIsDamaged() {
    assertRefused(ascii("%PDF-1.7\n" + "rubbish ".repeat(500) + "\n%%EOF\n"), Reason.BROKEN);
  }

  @Test
  void scriptsAreFoundWhereverTheyAre() throws Exception {
    assertThat(read(MadePdfs.withScriptOnOpening()).has("script")).isTrue();
    assertThat(read(MadePdfs.withNamedScript(false)).has("script")).isTrue();
    byte[] packed = MadePdfs.withNamedScript(true);
    assertThat(new String(packed, StandardCharsets.ISO_8859_1))
        .as("the file hides its script")
        .doesNotContain("JavaScript");
    assertThat(read(packed).has("script")).isTrue();
  }

  @Test
  void aScriptInAnOldStateOfTheFileOrSpelledInNumbersIsFound() throws Exception {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(4, ascii("<< /S /#4AavaScr#69pt /JS (app.x()) >>"));
    assertThat(read(MadePdfs.of(objects)).has("script")).isTrue();

    String whole = new String(MadePdfs.of(MadePdfs.plain()), StandardCharsets.ISO_8859_1);
    String unnamed = "9 0 obj\n<< /S /#4AavaScript /JS (app.x()) >>\nendobj\n%%EOF\n";
    assertThat(read(ascii(whole + unnamed)).has("script")).isTrue();
  }

  @Test
  void whatActsByItselfOrCarriesFilesIsFound() throws Exception {
    assertThat(read(MadePdfs.withLaunchOfPage()).has("acts")).isTrue();
    assertThat(read(MadePdfs.withFileInIt()).has("carries")).isTrue();
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(
        1,
        ascii(
            "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://x.example) >> >>"));
    assertThat(read(MadePdfs.of(objects)).has("acts")).isTrue();
  }

  @Test
  void whatOpensOrShowsAnotherFileIsFound() throws Exception {
    for (String action :
        List.of(
            "<< /S /GoToR /F (//x.example/a.pdf) /D [0 /Fit] >>",
            "<< /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (http://x.example) >> >>",
            "<< /S /Named /N /NextPage /Next [4 0 R] >>")) {
      Map<Integer, byte[]> objects = MadePdfs.plain();
      objects.put(1, ascii("<< /Type /Catalog /Pages 2 0 R /OpenAction " + action + " >>"));
      objects.put(4, ascii("<< /S /URI /URI (http://x.example) >>"));
      assertThat(read(MadePdfs.of(objects)).has("acts")).as(action).isTrue();
    }
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(4, ascii("<< /S /GoToR /F (a.pdf) /D [0 /Fit] >>"));
    assertThat(read(MadePdfs.of(objects)).has("acts")).as("by a link").isTrue();
    objects.put(4, ascii("<< /Length 0 /F (//x.example/a) >>\nstream\n\nendstream"));
    assertThat(read(MadePdfs.of(objects)).has("acts")).as("a stream from elsewhere").isTrue();
    objects.put(
        1, ascii("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /GoTo /D [3 0 R] >> >>"));
    objects.put(4, ascii("<< /Length 0 >>\nstream\n\nendstream"));
    assertThat(read(MadePdfs.of(objects)).facts()).containsOnlyKeys("pages");
  }

  @Test
  void aFileForTheHolderOfACertificateIsLocked() throws Exception {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(
        4,
        ascii(
            "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /R 131075 /Length 128"
                + " /Recipients [<3000>] >>"));
    byte[] made = MadePdfs.of(objects, " /Encrypt 4 0 R /ID [<00> <00>]");
    assertThat(read(made).facts()).containsOnlyKeys("locked");
  }

  @Test
  void aFileUnderAPasswordIsSeenAlsoWhereItOpensWithoutOne() throws Exception {
    assertThat(read(MadePdfs.locked("secret")).facts()).containsOnlyKeys("locked");
    assertThat(read(MadePdfs.locked("")).facts()).containsOnlyKeys("locked");
  }

  @Test
  void whatUnpacksToAGigabyteIsGivenUp() {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(4, MadePdfs.noughts(1024));
    byte[] bomb = MadePdfs.of(objects);
    assertThat(bomb.length).isLessThan(8 * 1024 * 1024);
    assertRefused(bomb, Reason.HEAVY);
  }

  @Test
  void whatUnpacksToMuchInManyPiecesIsSeen() throws Exception {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    for (int i = 0; i < 8; i++) {
      objects.put(4 + i, MadePdfs.noughts(16));
    }
    assertThat(read(MadePdfs.of(objects)).has("unpacks")).isTrue();
  }

  @Test
  void whatIsNestedTooDeepIsDamaged() {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(4, ascii("[".repeat(200_000) + "]".repeat(200_000)));
    assertRefused(MadePdfs.of(objects), Reason.BROKEN);
  }

  @Test
  void pagesThatLeadToThemselvesEndToo() {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(2, ascii("<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"));
    // whatever comes of it, it comes
    assertThat(outcome(MadePdfs.of(objects))).isNotNull();
  }

  @Test
  void aProcessThatHangsIsEnded() {
    long before = System.nanoTime();
    assertThatThrownBy(() -> child(Duration.ofSeconds(1), "sleep", "600").run())
        .isInstanceOfSatisfying(
            NotReadable.class, e -> assertThat(e.reason()).isEqualTo(Reason.LONG));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aProcessThatSaysTooMuchIsNotHeard() {
    assertThatThrownBy(() -> child(Duration.ofSeconds(1), "yes", "pages 1").run())
        .isInstanceOfSatisfying(
            NotReadable.class, e -> assertThat(e.reason()).isEqualTo(Reason.LONG));
    assertThatThrownBy(
            () ->
                child(Duration.ofSeconds(9), "sh", "-c", "yes 'pages 1' | head -c 9000; echo end")
                    .run())
        .isInstanceOfSatisfying(
            NotReadable.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
  }

  @Test
  void aProcessThatDiesOrSaysHalfIsDamaged() {
    for (String does :
        List.of("kill -9 $$", "exit 7", "echo pages 3", "echo 'pages x'; echo end")) {
      assertThatThrownBy(() -> child(Duration.ofSeconds(9), "sh", "-c", does).run())
          .as(does)
          .isInstanceOfSatisfying(
              NotReadable.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
    }
  }

  @Test
  void aProcessThatDoesNotStartIsNoFaultOfTheFile() {
    assertThatThrownBy(() -> child(Duration.ofSeconds(9), "sh", "-c", "exit 1").run())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aProcessKnowsNothingOfOurEnvironment() throws Exception {
    assertThat(System.getenv()).hasSizeGreaterThan(3);
    child(Duration.ofSeconds(9), "sh", "-c", "/usr/bin/env > said; echo end").run();
    assertThat(Files.readAllLines(folder.resolve("said")))
        .allMatch(line -> line.matches("(LC_ALL|PWD|OLDPWD|SHLVL|_)=.*"))
        .contains("LC_ALL=C.UTF-8");
  }

  private ChildProcess child(Duration longest, String... command) {
    return new ChildProcess(List.of(command), folder, longest);
  }

  private ReadFacts read(byte[] content) throws IOException, NotReadable {
    Path file = Files.write(Files.createTempFile(folder, "ä", ".pdf"), content);
    return LimitedReading.readIn(Files.createTempDirectory(folder, ""), Reading.PDF, file);
  }

  private Object outcome(byte[] content) {
    try {
      return read(content);
    } catch (NotReadable e) {
      return e.reason();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRefused(byte[] content, Reason reason) {
    assertThat(outcome(content)).isEqualTo(reason);
  }
}
