package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.people.Erasures;
import org.portolan.people.PersonMerge;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** People out into files and back in, with the real transactions. */
@ArquillianTest
class PeopleExchangeIT {
  private static final String HEAD = "code,given,family,email,member,language,post\n";
  private static final Scope MEMBER = Scope.member("NE");
  private static final List<String> ODD =
      List.of(
          "=1+1", "'=x", "''=y", "+352", "-5", "@home", "it’s", "O'Hara", "a;b,\"c\"", "ع", "Ж");

  @Inject private Exchange exchange;
  @Inject private ImportStore store;
  @Inject private ImportSteps steps;
  @Inject private Sheets sheets;
  @Inject private Scenario scenario;
  @Inject private PersonMerge merge;
  @Inject private Erasures erasures;

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void whatWasExportedComesBackAsItWas() throws Exception {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(ODD.size(), i -> "\"" + quoted(i) + "\"", "NE")));
    String digest = digest();

    for (FileForm.Format format : FileForm.Format.values()) {
      ImportJob back = upload(export(MEMBER, format), format == FileForm.Format.XLSX ? "x" : "c");
      assertThat(back.counts().all()).isGreaterThanOrEqualTo(ODD.size());
      assertThat(back.counts().same())
          .as(format + " " + wrong(back))
          .isEqualTo(back.counts().all());
      assertThat(back.applicable()).isFalse();
    }
    assertThat(digest()).isEqualTo(digest);
  }

  private static String quoted(int i) {
    return PlainCell.guarded(ODD.get(i)).replace("\"", "\"\"");
  }

  @Test
  void noCellOfAnExportIsAFormula() throws Exception {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(ODD.size(), i -> "\"" + quoted(i) + "\"", "NE")));

    String csv = new String(export(MEMBER, FileForm.Format.CSV), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFcode,given").contains("'=1+1").contains("''=x");
    assertThat(csv.lines().flatMap(line -> Stream.of(line.split(","))))
        .noneMatch(cell -> cell.matches("\"?[=+@].*"));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(export(MEMBER, FileForm.Format.XLSX)))) {
      assertThat(workbook.getFirstSheet().read().stream().flatMap(row -> row.stream()))
          .filteredOn(cell -> cell != null)
          .noneMatch(cell -> cell.getFormula() != null);
    }
  }

  @Test
  void aDryRunChangesNothingAnImportAllAndUndoingItAllBack() {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(3, i -> "Before" + i, "NE")));
    String before = digest();
    long entries = entries();

    ImportJob dry =
        upload(HEAD + rows(5, i -> "After" + i, "NE").replace("Inspector", "Head of office"));
    assertThat(dry.counts()).isEqualTo(new ImportJob.Counts(5, 2, 3, 0, 0, 0));
    assertThat(digest()).isEqualTo(before);
    assertThat(entries()).isEqualTo(entries);

    ImportJob applied = apply(dry);
    assertThat(applied.kept()).as("the file goes when it was applied").isFalse();
    assertThat(digest()).isNotEqualTo(before);
    assertThat(entries() - entries).as("one for the import and one for each record").isEqualTo(6);
    assertThat(scenario.text("SELECT post FROM person WHERE code = '" + code(0) + "'"))
        .isEqualTo("Head of office");

    assertThat(exchange.undo(dry.id())).isTrue();
    assertThat(settled(dry.id()).state()).isEqualTo(ImportState.UNDONE);
    assertThat(digest()).isEqualTo(before);
    assertThat(exchange.undo(dry.id())).as("undone once").isFalse();
    assertThat(exchange.rows(dry.id(), Set.of(Verdict.values()), 10)).isEmpty();
  }

  @Test
  void aRecordThatChangedSinceTheExportWaitsForADecision() throws Exception {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(2, i -> "Name" + i, "NE")));
    String exported = new String(export(MEMBER, FileForm.Format.CSV), StandardCharsets.UTF_8);
    apply(upload("code,post\n" + code(0) + ",Meanwhile\n"));

    String edited =
        exported
            .lines()
            .filter(line -> line.startsWith("\uFEFF") || line.startsWith("DEMO-X-" + run))
            .map(line -> line.replace("Inspector", "Mine"))
            .reduce("", (all, line) -> all + line + "\n");
    ImportJob job = upload(edited);
    assertThat(job.counts()).isEqualTo(new ImportJob.Counts(2, 0, 1, 1, 0, 0));
    Sheet sheet = exchange.sheetOf(job);
    assertThat(exchange.rows(job.id(), Set.of(Verdict.STALE), 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.stale()).containsExactly("post");
              assertThat(row.before(sheet, "post")).isEqualTo("Meanwhile");
              assertThat(row.cell(sheet, "post")).isEqualTo("Mine");
            });

    apply(job);
    assertThat(post(0)).isEqualTo("Meanwhile");
    assertThat(post(1)).isEqualTo("Mine");
    exchange.undo(job.id());
    settled(job.id());
    ImportJob again = upload(edited);
    exchange.apply(again.id(), true);
    assertThat(settled(again.id()).state()).isEqualTo(ImportState.APPLIED);
    assertThat(post(0)).isEqualTo("Mine");
  }

  @Test
  void whatIsNotTheirsIsAnErrorInItsRowAndTellsNothing() {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(1, i -> "Secret" + i, "NE")));

    scenario.asCoordinator("ML");
    ImportJob job =
        upload(
            HEAD
                + code(0)
                + ",X,Y,other@demo.portolan.example,ML,en,\n"
                + "DEMO-Y-"
                + run
                + ",A,B,"
                + run
                + "y@demo.portolan.example,NE,en,\n"
                + "DEMO-Z-"
                + run
                + ",A,B,"
                + run
                + "z@demo.portolan.example,ML,en,\n");
    assertThat(job.counts()).isEqualTo(new ImportJob.Counts(3, 0, 0, 0, 0, 3));
    assertThat(exchange.rows(job.id(), Set.of(Verdict.ERROR), 10))
        .allSatisfy(row -> assertThat(row.before()).isNull())
        .flatExtracting(CheckedRow::problems)
        .extracting(CellProblem::key)
        .containsExactly(
            "platform.exchange.problem.outside",
            "platform.exchange.problem.outside",
            "people.sheet.problem.invite");
    assertThat(job.applicable()).isFalse();
    assertThat(exchange.apply(job.id(), true)).isFalse();
    assertThatThrownBy(() -> export(MEMBER, FileForm.Format.CSV)).isInstanceOf(NotAllowed.class);

    scenario.asAdministrator();
    apply(upload(HEAD + rows(1, i -> "Own" + i, "ML").replace(run, "own" + run)));
    scenario.asCoordinator("ML");
    apply(upload("code,post\nDEMO-X-own" + run + "-0,Mine\n"));
    assertThatThrownBy(() -> exchange.find(job.id()))
        .as("another coordinator's import")
        .isInstanceOf(NotFound.class);
    scenario.as(scenario.officer("ML"), "ML");
    assertThatThrownBy(() -> exchange.sheets()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> exchange.upload("people", "a.csv", new byte[1]))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void anImportIsNotUndoneOverWhatSomebodyChangedSince() {
    scenario.asAdministrator();
    ImportJob first = apply(upload(HEAD + rows(2, i -> "One" + i, "NE")));
    apply(upload("code,post\n" + code(1) + ",Later\n"));
    String before = digest();

    exchange.undo(first.id());
    ImportJob refused = settled(first.id());
    assertThat(refused.state()).isEqualTo(ImportState.APPLIED);
    assertThat(refused.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.arguments().get(0)).contains("One1"));
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void anImportIsNotUndoneWhereOthersNeedItsRecords() {
    scenario.asAdministrator();
    ImportJob first = apply(upload(HEAD + rows(2, i -> "Needed" + i, "NE")));
    long person = scenario.number("SELECT id FROM person WHERE code = ?", code(1));
    scenario.asCoordinator("NE");
    long mine = store.add("people", person, "theirs.csv", new byte[] {1});
    scenario.asAdministrator();
    String before = digest();

    exchange.undo(first.id());
    assertThat(settled(first.id()).problems().get(0).arguments().get(0)).contains("Needed1");
    assertThat(digest()).isEqualTo(before);
    store.remove(mine);
  }

  @Test
  void whoIsErasedWhenAnUndoIsRefusedIsNotNamedByIt() {
    scenario.asAdministrator();
    ImportJob first = apply(upload(HEAD + rows(2, i -> "Erased" + i, "NE")));
    List<Integer> lines =
        exchange.rows(first.id(), Set.of(Verdict.NEW), 2).stream().map(CheckedRow::line).toList();
    Overtaken why = new Overtaken(Map.of(lines.get(0), "Erased0 B", lines.get(1), "Erased1 B"));
    store.move(first.id(), Set.of(ImportState.APPLIED), ImportState.UNDOING);

    erasures.execute(email(1), "Asked for.");
    steps.tellNotUndone(first.id(), why);

    ImportJob refused = store.find(first.id()).orElseThrow();
    assertThat(refused.state()).isEqualTo(ImportState.APPLIED);
    assertThat(refused.problems().get(0).arguments()).containsExactly("Erased0 B");

    store.move(first.id(), Set.of(ImportState.APPLIED), ImportState.UNDOING);
    erasures.execute(email(0), "Asked for.");
    steps.tellNotUndone(first.id(), why);
    assertThat(store.find(first.id()).orElseThrow().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.arguments()).isEmpty());
  }

  @Test
  void whoIsErasedWhenAnImportIsOvertakenIsNotNamedByIt() {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(1, i -> "Erased" + i, "NE")));
    ImportJob second = upload("code,post\n" + code(0) + ",Later\n");

    erasures.execute(email(0), "Asked for.");
    steps.tellNotApplied(second.id(), new Overtaken(Map.of(2, "Erased0 B")));

    assertThat(store.find(second.id()).orElseThrow().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("platform.exchange.job.erased"));
  }

  @Test
  void theAddressOfAnAccountIsNotTakenByAFile() {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(1, i -> "Owner" + i, "NE")));
    ImportJob job =
        upload(
            HEAD
                + code(0)
                + ",Owner0,F0,thief@demo.portolan.example,NE,en,Inspector\n"
                + ",New,Person,"
                + email(0).toUpperCase(java.util.Locale.ROOT)
                + ",NE,en,\n");
    assertThat(wrong(job))
        .containsExactly("people.sheet.problem.own-address", "people.sheet.problem.taken");
  }

  @Test
  void everyCellSaysWhatIsWrongWithIt() {
    scenario.asAdministrator();
    ImportJob job =
        upload(
            "code,given,family,email,member,language,post,shoe\n"
                + "DEMO-1-"
                + run
                + ",=A1,B,"
                + email(1)
                + ",NE,en,x,\n"
                + "DEMO-2-"
                + run
                + ",A,B,"
                + email(2)
                + ",QQ,xx,x,\n"
                + "DEMO-2-"
                + run
                + ",A,B,"
                + email(3)
                + ",NE,en,x,\n"
                + "DEMO-3-"
                + run
                + ",,B,"
                + email(3)
                + ",NE,en,x,\n"
                + "DEMO-4-"
                + run
                + ",A,B,nowhere,NE,en,x,\n"
                + "DEMO-5-"
                + run
                + ",A\n"
                + "bad code,"
                + "n".repeat(81)
                + ",B,"
                + email(5)
                + ",NE,en,x,\n");
    assertThat(job.counts().error()).isEqualTo(8);
    assertThat(wrong(job))
        .extracting(key -> key.substring(key.lastIndexOf('.') + 1))
        .containsExactly(
            "unknown",
            "formula",
            "choice",
            "duplicate",
            "required",
            "duplicate",
            "address",
            "required",
            "required",
            "required",
            "short",
            "code",
            "long");
    assertThat(new String(report(job), StandardCharsets.UTF_8))
        .contains("2,given,")
        .contains("8,code,bad code");
  }

  @Test
  void aFileInAnOldEncodingIsGuessedAndReadAnewAsThePersonSays() {
    scenario.asAdministrator();
    String text = HEAD.replace(',', ';') + code(0) + ";Зоя;Пушкина;" + email(0) + ";NE;ru;Пост\n";
    ImportJob job = upload(text.getBytes(Charset.forName("windows-1251")), "old.csv");
    assertThat(job.form().guessed()).isTrue();
    assertThat(job.form().delimiter()).isEqualTo(";");

    exchange.reread(job.id(), "windows-1251", ";");
    ImportJob again = settled(job.id());
    assertThat(again.form().guessed()).isFalse();
    assertThat(exchange.rows(job.id(), Set.of(Verdict.NEW), 1).get(0).after())
        .contains("Зоя", "Пушкина");
    assertThat(exchange.discard(job.id())).isTrue();
    assertThatThrownBy(() -> exchange.find(job.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void aThousandRowsTakeAFewStatements() throws Exception {
    scenario.asAdministrator();
    Sheet sheet = sheets.get("people");
    RawRow head = raw(1, List.of(HEAD.strip().split(",")));
    RowChecking checking = new RowChecking(sheet, new SheetHead(sheet, head), 7);
    List<RawRow> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(raw(i + 2, List.of(code(i), "A" + i, "B", email(i), "NE", "en", "x")));
    }
    long id = store.add("people", 1, "many", new byte[] {1});
    assertThat(Statements.of(() -> steps.check(id, checking, rows, ImportJob.Counts.NONE)).size())
        .isLessThan(8);
    store.move(id, Set.of(ImportState.CHECKING), ImportState.APPLYING);
    ImportJob job = store.find(id).orElseThrow();
    List<String> seen =
        Statements.of(
            () -> {
              steps.apply(sheet, job, false, done -> {});
              return null;
            });
    assertThat(seen.size()).as(seen.toString()).isLessThan(40);
    exchange.undo(id);
    assertThat(settled(id).state()).isEqualTo(ImportState.UNDONE);
  }

  @Test
  void whatFailsHalfWayLeavesNothing() {
    scenario.asAdministrator();
    ImportJob job = upload(HEAD + rows(2, i -> "Half" + i, "NE"));
    store.move(job.id(), Set.of(ImportState.CHECKED), ImportState.APPLYING);
    String before = digest();
    assertThatThrownBy(
            () ->
                steps.apply(
                    sheets.get("people"),
                    job,
                    false,
                    done -> {
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void workThatNothingIsHeardOfIsCalledStopped() {
    scenario.asAdministrator();
    ImportJob job = upload(HEAD + rows(1, i -> "Stopped" + i, "NE"));
    store.move(job.id(), Set.of(ImportState.CHECKED), ImportState.APPLYING);
    scenario.sql("UPDATE exchange_import SET moved_at = '2026-01-01' WHERE id = " + job.id());
    ImportJob stopped = exchange.find(job.id());
    assertThat(stopped.state()).isEqualTo(ImportState.CHECKED);
    assertThat(stopped.problems().get(0).key()).isEqualTo("platform.exchange.job.stopped");
    apply(stopped);
  }

  @Test
  void whoWasMergedSinceTheExportIsNotChangedByAFile() throws Exception {
    scenario.asAdministrator();
    apply(upload(HEAD + rows(2, i -> "Twin" + i, "NE")));
    String exported = HEAD + rows(2, i -> "Twin" + i, "NE");
    merge.merge(id(0), id(1));

    assertThat(wrong(upload(exported))).containsExactly("people.sheet.problem.merged");
    ImportJob narrow =
        upload("code,post\n" + code(0) + ",Head of office\n" + code(1) + ",Head of office\n");
    assertThat(wrong(narrow)).containsExactly("people.sheet.problem.merged");
    assertThat(narrow.counts().changed()).isEqualTo(1);
  }

  private long id(int i) {
    return scenario.number("SELECT id FROM person WHERE code = ?", code(i));
  }

  private static RawRow raw(int line, List<String> cells) {
    return new RawRow(line, cells, Map.of());
  }

  private byte[] report(ImportJob job) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exchange.report(
          job.id(),
          out,
          new Exchange.ReportWords() {
            @Override
            public List<String> head() {
              return List.of("row", "column", "value", "message");
            }

            @Override
            public String problem(CellProblem problem) {
              return problem.key();
            }

            @Override
            public String stale(String now) {
              return now;
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private List<String> wrong(ImportJob job) {
    return exchange.rows(job.id(), Set.of(Verdict.ERROR), 100).stream()
        .flatMap(row -> row.problems().stream())
        .map(CellProblem::key)
        .toList();
  }

  private String code(int i) {
    return "DEMO-X-" + run + "-" + i;
  }

  private String email(int i) {
    return "x" + run + i + "@demo.portolan.example";
  }

  private String rows(int count, java.util.function.IntFunction<String> given, String member) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                String.join(
                    ",", code(i), given.apply(i), "F" + i, email(i), member, "en", "Inspector"))
        .reduce("", (all, row) -> all + row + "\n");
  }

  private String post(int i) {
    return scenario.text("SELECT post FROM person WHERE code = '" + code(i) + "'");
  }

  private ImportJob upload(String csv) {
    return upload(csv.getBytes(StandardCharsets.UTF_8), "people.csv");
  }

  private ImportJob upload(byte[] content, String name) {
    return settled(exchange.upload("people", name, content));
  }

  private ImportJob apply(ImportJob job) {
    assertThat(exchange.apply(job.id(), false)).as("%s %s", job, wrong(job)).isTrue();
    ImportJob applied = settled(job.id());
    assertThat(applied.state()).as(applied.problems().toString()).isEqualTo(ImportState.APPLIED);
    return applied;
  }

  private ImportJob settled(long id) {
    for (int i = 0; i < 600; i++) {
      ImportJob job = exchange.find(id);
      if (!job.state().moving()) {
        return job;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("it takes too long");
  }

  private byte[] export(Scope extent, FileForm.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exchange.export("people", extent, format, out);
    return out.toByteArray();
  }

  private long entries() {
    return scenario.number("SELECT COUNT(*) FROM audit_entry");
  }

  /** Of what the records say; the counter of their versions goes on. */
  private String digest() {
    return scenario.text(
        "SELECT CONCAT(COUNT(*), ':', SUM(CRC32(CONCAT_WS('|', id, code, given_name, family_name,"
            + " email, COALESCE(member_code, '-'), language, post)))) FROM person");
  }
}
