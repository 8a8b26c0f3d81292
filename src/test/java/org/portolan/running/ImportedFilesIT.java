package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as people really send them: saved by some spreadsheet in some encoding, with formulas,
 * columns of their own, rows that are there twice, and very long ones.
 */
class ImportedFilesIT {
  private static final String EXTENT = "member:XS";
  private static final int MOST_ROWS = 50_000;

  /** What is asked of the largest import: both its dry run and applying it. */
  private static final Duration LARGEST_TAKES = Duration.ofSeconds(60);

  private static ExchangeDesk desk;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() {
    secretariat = Visitor.signedIn(PackagedApplication.shared(), "secretariat");
    desk = new ExchangeDesk(secretariat);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, comma, with",
    "UTF-8, semicolon, without",
    "UTF-8, tab, with",
    "UTF-16LE, tab, with",
    "UTF-16LE, semicolon, with",
    "UTF-16BE, comma, with",
    "windows-1252, semicolon, without",
    "windows-1252, tab, without"
  })
  void aFileOfTextsIsReadAsItWasSaved(String charset, String delimiter, String mark) {
    char between = Map.of("comma", ',', "semicolon", ';', "tab", '\t').get(delimiter);
    String before = post();
    SheetFile file = edited("agente vérificatrice « ñandú », à côté");
    byte[] content =
        file.csv(Charset.forName(charset), between, mark.equals("with") ? "\uFEFF" : "");
    long id = desk.upload("people", "saved.csv", content);
    ExchangeDesk.Shown dry = desk.show(id);
    assertThat(List.of(dry.count("changed"), dry.count("error")))
        .as("%s", desk.report(id))
        .containsExactly(1, 0);
    assertThat(dry.count("all")).isEqualTo(file.size());
    assertThat(dry.page()).contains("<option value=\"" + charset + "\" selected");
    assertThat(dry.page().contains("class=\"note warn\""))
        .as("says that the encoding is a guess")
        .isEqualTo(charset.startsWith("windows"));

    assertThat(desk.apply(id).state()).isEqualTo("applied");
    assertThat(post()).isEqualTo("agente vérificatrice « ñandú », à côté");
    assertThat(desk.undo(id).state()).isEqualTo("undone");
    assertThat(post()).isEqualTo(before);
  }

  @Test
  void anEncodingThatWasGuessedWrongIsPutRightOnThePage() {
    SheetFile file = SheetFile.of("code", "post");
    file.add(Map.of("code", "DEMO-P-0001", "post", "старший инспектор"));
    byte[] content = file.csv(Charset.forName("windows-1251"), ';', "");
    long id = desk.upload("people", "old.csv", content);
    for (String charset : List.of("windows-1252", "windows-1251")) {
      ExchangeDesk.Shown shown =
          desk.act(id, Map.of("act", "reread", "charset", charset, "delimiter", "semicolon"));
      assertThat(shown.count("changed")).isEqualTo(1);
      assertThat(shown.page().contains("старший инспектор"))
          .isEqualTo(charset.equals("windows-1251"));
    }
    ExchangeDesk.Shown strange =
        desk.act(id, Map.of("act", "reread", "charset", "UTF-8", "delimiter", "semicolon"));
    assertThat(desk.report(id)).extracting(ExchangeDesk.Said::place).containsExactly("2 post");
    assertThat(strange.count("error")).isEqualTo(1);
    desk.discard(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aCellWithAFormulaIsRefusedAndNeverReckoned(String form) {
    SheetFile file = exported(form);
    int sum = line(file, "DEMO-P-0001");
    file.set(sum, "post", "=1+1");
    int link = line(file, "DEMO-P-0002");
    file.set(link, "given", "=HYPERLINK(\"http://127.0.0.1:1/x\")");
    long id = desk.upload("people", "formulas." + form, file.as(form));
    assertThat(desk.report(id))
        .extracting(ExchangeDesk.Said::place)
        .containsExactly(sum + " post", link + " given");
    desk.discard(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aRowThatIsThereTwiceIsRefusedTheSecondTime(String form) {
    SheetFile file = SheetFile.of("code", "given", "family", "email", "member", "language");
    Map<String, String> row =
        Map.of(
            "code",
            "DEMO-P-0001",
            "given",
            "Mariama",
            "family",
            "Sissokho",
            "email",
            "trainee@demo.portolan.example",
            "member",
            "XS",
            "language",
            "fr");
    int first = file.add(row);
    int second = file.add(row);
    Map<String, String> made =
        Map.of(
            "given",
            "N",
            "family",
            "O",
            "email",
            "twice@demo.portolan.example",
            "member",
            "XS",
            "language",
            "fr");
    file.add(made);
    int again = file.add(made);
    long id = desk.upload("people", "twice." + form, file.as(form));
    List<ExchangeDesk.Said> report = desk.report(id);
    assertThat(report)
        .extracting(ExchangeDesk.Said::place)
        .contains(second + " code", again + " email");
    assertThat(report.stream().filter(said -> said.line() == second))
        .anySatisfy(said -> assertThat(said.message()).contains(Integer.toString(first)));
    assertThat(desk.show(id).count("error")).isEqualTo(2);
    desk.discard(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aColumnThatNobodyKnowsIsNamed(String form) {
    SheetFile file = exported(form).column("shoe size", "42");
    long id = desk.upload("people", "own." + form, file.as(form));
    assertThat(desk.report(id))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.line()).isEqualTo(1);
              assertThat(said.message()).contains("shoe size");
            });
    assertThat(desk.apply(id).state()).isEqualTo("checked");
    desk.discard(id);
  }

  @Test
  void whatIsNoTableSaysSo() {
    for (byte[] content :
        List.of(
            "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII),
            new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0},
            "\n\n\n".getBytes(StandardCharsets.UTF_8))) {
      long id = desk.upload("people", "odd.csv", content);
      assertThat(desk.show(id).state()).isEqualTo("unreadable");
      assertThat(desk.show(id).page()).contains("class=\"note err\"");
      desk.discard(id);
    }
    String nothing =
        secretariat
            .upload("/desk/exchange/upload", Map.of("kind", "people"), "", new byte[0])
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(secretariat.get(nothing.replaceFirst("^http://[^/]+", "")).body())
        .contains("class=\"note err\"");
  }

  @Test
  void aLargeFileIsAppliedAndUndoneWithProgressShown() {
    int rows = Boolean.getBoolean("portolan.drill") ? MOST_ROWS : 3_000;
    ExchangeDesk watched = new ExchangeDesk(secretariat);
    SheetFile before = exported("csv");
    byte[] content = SheetFile.people(rows).csv(StandardCharsets.UTF_8, ',', "");
    Instant begin = Instant.now();
    long id = watched.upload("people", "many.csv", content);
    Duration dry = Duration.between(begin, Instant.now());
    assertThat(watched.show(id).count("new")).as("%s", watched.report(id)).isEqualTo(rows);
    begin = Instant.now();
    assertThat(watched.apply(id).state()).isEqualTo("applied");
    Duration applied = Duration.between(begin, Instant.now());
    begin = Instant.now();
    assertThat(watched.undo(id).state()).isEqualTo("undone");
    System.out.printf(
        "Import of %d people: dry run %d ms, applied %d ms, undone %d ms%n",
        rows,
        dry.toMillis(),
        applied.toMillis(),
        Duration.between(begin, Instant.now()).toMillis());
    assertThat(watched.sawProgress()).isTrue();
    assertThat(exported("csv").as("csv")).isEqualTo(before.as("csv"));
    if (rows == MOST_ROWS) {
      assertThat(dry.plus(applied)).isLessThan(LARGEST_TAKES);
    }
  }

  @Test
  void moreRowsThanAreTakenAreNotBegunWith() {
    long id =
        desk.upload(
            "people",
            "more.csv",
            SheetFile.people(MOST_ROWS + 1).csv(StandardCharsets.UTF_8, ',', ""));
    assertThat(desk.show(id).state()).isEqualTo("unreadable");
    assertThat(desk.show(id).page()).contains("50000");
    desk.discard(id);
  }

  private static SheetFile edited(String post) {
    SheetFile file = exported("csv");
    // names in other scripts do not go into an old encoding
    SheetFile some = file.only(List.of(line(file, "DEMO-P-0001"), line(file, "DEMO-P-0002")));
    return some.set(2, "post", post);
  }

  private static SheetFile exported(String form) {
    return desk.export("people", EXTENT, form);
  }

  private static String post() {
    SheetFile file = exported("csv");
    return file.cell(line(file, "DEMO-P-0001"), "post");
  }

  private static int line(SheetFile file, String code) {
    return file.lines("code", code).get(0);
  }
}
