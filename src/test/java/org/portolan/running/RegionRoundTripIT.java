package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole region out into files, edited there, in again and undone, over the addresses that a
 * browser uses: afterwards every column of every table says what it said before.
 */
class RegionRoundTripIT {
  private static final String REGION = "region:WCA";
  private static final String PERSON = "DEMO-RT-1";
  private static final String BODY = "DEMO-LAB-RT";

  /** Tables that tell what happened, and so tell of an import and of its undoing too. */
  private static final Set<String> TELL =
      Set.of(
          "asked_tally",
          "asked_words",
          "audit_entry",
          "audit_head",
          "audit_person_key",
          "download_tally",
          "exchange_import",
          "index_building",
          "index_change",
          "index_head",
          "harvest_head",
          "harvest_record",
          "harvest_set");

  /** What is kept of an import until it is undone or discarded, and not for longer. */
  private static final Set<String> UNTIL_THEN = Set.of("exchange_file", "exchange_row");

  /**
   * Counters that go on, so that a form opened meanwhile and the other nodes are still told; and
   * the row that is locked when somebody is appointed to an office of a body, which is made the
   * first time and says nothing of who holds it.
   */
  private static final Set<String> GO_ON =
      Set.of(
          "member_state.version",
          "body.version",
          "person.version",
          "mandate.version",
          "directory_revision.revision",
          "office_seat.office",
          "office_seat.scope_kind",
          "office_seat.scope_code");

  private static TestDatabase database;
  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    database = TestDatabase.create("round-trip");
    application = PackagedApplication.start("round-trip", database.settings());
    database.remindNobody();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  /** One kind of record: what is edited in its file, well and badly. */
  private interface Editing {
    /** Returns how many rows are new and how many change. */
    int[] well(SheetFile file);

    /** Returns the cells that are refused, by line and column. */
    Set<String> badly(SheetFile file);
  }

  private static final Map<String, Editing> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("members", new Members());
    KINDS.put("bodies", new Bodies());
    KINDS.put("people", new Persons());
    KINDS.put("mandates", new Mandates());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aWholeRegionIsEditedInFilesAndComesBackWhenUndone(String form) throws Exception {
    ExchangeDesk desk = new ExchangeDesk(Visitor.signedIn(application, "secretariat"));
    TableDigests before = TableDigests.of(database.dataSource());
    Map<String, Long> applied = new LinkedHashMap<>();
    int rows = 0;
    for (Map.Entry<String, Editing> kind : KINDS.entrySet()) {
      SheetFile exported = desk.export(kind.getKey(), REGION, form);
      rows += exported.size();
      comesBackAsItWas(desk, kind.getKey(), form, exported);
      isRefusedWhole(desk, kind.getKey(), form, exported.copy(), kind.getValue());

      SheetFile edited = exported.copy();
      int[] expected = kind.getValue().well(edited);
      TableDigests untouched = TableDigests.of(database.dataSource());
      long id = desk.upload(kind.getKey(), kind.getKey() + "." + form, edited.as(form));
      ExchangeDesk.Shown dry = desk.show(id);
      assertThat(dry.state()).as(dry.page()).isEqualTo("checked");
      assertThat(desk.report(id)).isEmpty();
      assertThat(List.of(dry.count("new"), dry.count("changed"), dry.count("error")))
          .as(kind.getKey())
          .containsExactly(expected[0], expected[1], 0);
      assertThat(recordsChangedSince(untouched)).as("a dry run of %s", kind.getKey()).isEmpty();

      assertThat(desk.apply(id).state()).isEqualTo("applied");
      assertThat(recordsChangedSince(untouched))
          .as("applying %s", kind.getKey())
          .containsAll(columns(kind.getKey()));
      applied.put(kind.getKey(), id);
    }
    whatWasEditedIsThere();
    isNotUndoneWhileOthersNeedIt(desk, applied.get("people"));

    List<String> back = new ArrayList<>(applied.keySet());
    Collections.reverse(back);
    for (String kind : back) {
      assertThat(desk.undo(applied.get(kind)).state()).as(kind).isEqualTo("undone");
    }
    Set<String> different = changedSince(before);
    assertThat(different).as("what is not as it was").isSubsetOf(GO_ON);
    System.out.printf(
        "Round trip of a region as %s: %d rows of %d kinds, %d columns of %d tables compared;"
            + " after undoing other only: %s%n",
        form,
        rows,
        KINDS.size(),
        before.byColumn().size(),
        before.byColumn().keySet().stream().map(RegionRoundTripIT::table).distinct().count(),
        different);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aRecordThatSomebodyChangedSinceTheExportIsSaidAndNotOverwrittenUnasked(String form)
      throws Exception {
    ExchangeDesk desk = new ExchangeDesk(Visitor.signedIn(application, "secretariat"));
    ExchangeDesk other = new ExchangeDesk(Visitor.signedIn(application, "coordinator"));
    TableDigests before = TableDigests.of(database.dataSource());
    SheetFile mine = desk.export("people", REGION, form);
    int overtaken = line(mine, "code", "DEMO-P-0001");
    int mineOnly = line(mine, "code", "DEMO-P-0003");
    SheetFile theirs = SheetFile.of("code", "post");
    theirs.add(Map.of("code", "DEMO-P-0001", "post", "Meanwhile"));
    long meanwhile = other.upload("people", "theirs." + form, theirs.as(form));
    assertThat(other.apply(meanwhile).state()).isEqualTo("applied");

    mine.set(overtaken, "post", "Mine").set(mineOnly, "post", "Mine");
    long kept = desk.upload("people", "mine." + form, mine.as(form));
    ExchangeDesk.Shown shown = desk.show(kept);
    assertThat(List.of(shown.count("stale"), shown.count("changed"), shown.count("error")))
        .containsExactly(1, 1, 0);
    assertThat(shown.page()).contains("id=\"overtaken\"", "Meanwhile", "value=\"overwrite\"");
    assertThat(desk.report(kept))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.place()).isEqualTo(overtaken + " post");
              assertThat(said.value()).isEqualTo("Mine");
              assertThat(said.message()).contains("Meanwhile");
            });
    assertThat(desk.apply(kept).state()).isEqualTo("applied");
    assertThat(post("DEMO-P-0001")).isEqualTo("Meanwhile");
    assertThat(post("DEMO-P-0003")).isEqualTo("Mine");
    assertThat(desk.undo(kept).state()).isEqualTo("undone");

    long written = desk.upload("people", "mine." + form, mine.as(form));
    assertThat(desk.overwrite(written).state()).isEqualTo("applied");
    assertThat(post("DEMO-P-0001")).isEqualTo("Mine");
    assertThat(other.undo(meanwhile).state())
        .as("over what was changed since")
        .isEqualTo("applied");
    assertThat(post("DEMO-P-0001")).isEqualTo("Mine");
    assertThat(desk.undo(written).state()).isEqualTo("undone");
    assertThat(post("DEMO-P-0001")).isEqualTo("Meanwhile");
    assertThat(other.undo(meanwhile).state()).isEqualTo("undone");
    assertThat(changedSince(before)).isSubsetOf(GO_ON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aRowOfAnotherAdministrationIsRefusedByItselfAndTellsNothing(String form) throws Exception {
    ExchangeDesk desk = new ExchangeDesk(Visitor.signedIn(application, "coordinator"));
    ExchangeDesk office = new ExchangeDesk(Visitor.signedIn(application, "rocb"));
    String foreign = text("SELECT MIN(code) FROM person WHERE member_code = 'XN'");
    TableDigests before = TableDigests.of(database.dataSource());
    SheetFile file = desk.export("people", "member:XS", form);
    int own = line(file, "code", "DEMO-P-0001");
    file.set(own, "post", "Mine");
    int theirs = file.add(Map.of("code", foreign, "post", "Taken over"));
    int moved = line(file, "code", "DEMO-P-0003");
    file.set(moved, "member", "XN");
    int made = file.add(person("", "A", "B", "foreign.row@demo.portolan.example", "XN"));
    long id = desk.upload("people", "foreign." + form, file.as(form));
    assertThat(desk.report(id).stream().map(ExchangeDesk.Said::line).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(theirs, moved, made);
    ExchangeDesk.Shown shown = desk.show(id);
    assertThat(List.of(shown.count("changed"), shown.count("error"))).containsExactly(1, 3);
    assertThat(shown.page())
        .doesNotContain(text("SELECT family_name FROM person WHERE code = '" + foreign + "'"))
        .doesNotContain(text("SELECT email FROM person WHERE code = '" + foreign + "'"));
    assertThat(desk.apply(id).state()).isEqualTo("checked");
    desk.discard(id);

    SheetFile bodies = office.export("bodies", REGION, form);
    String body = text("SELECT MIN(code) FROM body WHERE region_code = 'ESA'");
    int outside = bodies.add(Map.of("code", body, "city", "Moved"));
    long other = office.upload("bodies", "foreign." + form, bodies.as(form));
    assertThat(office.report(other))
        .singleElement()
        .satisfies(said -> assertThat(said.place()).isEqualTo(outside + " code"));
    office.discard(other);
    assertThat(changedSince(before)).isEmpty();
  }

  private static String post(String code) throws SQLException {
    return text("SELECT post FROM person WHERE code = '" + code + "'");
  }

  private static void comesBackAsItWas(
      ExchangeDesk desk, String kind, String form, SheetFile exported) {
    long id = desk.upload(kind, "untouched." + form, exported.as(form));
    ExchangeDesk.Shown shown = desk.show(id);
    assertThat(shown.count("all")).isEqualTo(exported.size()).isPositive();
    assertThat(shown.count("same")).as("%s", desk.report(id)).isEqualTo(exported.size());
    assertThat(shown.page()).doesNotContain("value=\"apply\"");
    desk.discard(id);
  }

  private static void isRefusedWhole(
      ExchangeDesk desk, String kind, String form, SheetFile file, Editing editing)
      throws SQLException {
    editing.well(file);
    Set<String> wrong = editing.badly(file);
    TableDigests before = TableDigests.of(database.dataSource());
    long id = desk.upload(kind, "wrong." + form, file.as(form));
    List<ExchangeDesk.Said> report = desk.report(id);
    assertThat(report.stream().map(ExchangeDesk.Said::place).collect(Collectors.toSet()))
        .as("%s", report)
        .isEqualTo(wrong);
    assertThat(report).allSatisfy(said -> assertThat(said.message()).hasSizeGreaterThan(10));
    ExchangeDesk.Shown shown = desk.show(id);
    assertThat(shown.count("error")).isPositive();
    assertThat(shown.page()).contains("id=\"wrong\"").doesNotContain("value=\"apply\"");
    assertThat(desk.apply(id).state()).as("asked for all the same").isEqualTo("checked");
    assertThat(recordsChangedSince(before)).isEmpty();
    desk.discard(id);
  }

  private static void whatWasEditedIsThere() throws SQLException {
    assertThat(text("SELECT zone FROM member_state WHERE code = 'BF'")).isEqualTo("Africa/Lagos");
    assertThat(text("SELECT city FROM body WHERE code = 'RTC-BF'")).isEqualTo("Bobo-Dioulasso");
    assertThat(text("SELECT kind FROM body WHERE code = '" + BODY + "'")).isEqualTo("LABORATORY");
    assertThat(text("SELECT post FROM person WHERE code = 'DEMO-P-0002'"))
        .isEqualTo("'=coordonnatrice; « à l’essai », \"2\"");
    assertThat(text("SELECT to_day FROM mandate WHERE office = 'editor' AND to_day IS NOT NULL"))
        .isEqualTo("2036-05-01");
    assertThat(
            text(
                "SELECT m.office FROM mandate m JOIN person p ON p.id = m.person_id WHERE p.code = '"
                    + PERSON
                    + "'"))
        .isEqualTo("contact_point");
  }

  private static void isNotUndoneWhileOthersNeedIt(ExchangeDesk desk, long people)
      throws SQLException {
    TableDigests before = TableDigests.of(database.dataSource());
    ExchangeDesk.Shown shown = desk.undo(people);
    assertThat(shown.state()).isEqualTo("applied");
    assertThat(shown.page()).contains("Awa Trip");
    assertThat(recordsChangedSince(before)).isEmpty();
  }

  private static Set<String> columns(String kind) {
    return switch (kind) {
      case "members" -> Set.of("member_state.zone", "member_state.name_en");
      case "bodies" -> Set.of("body.code", "body.city", "body.since_year");
      case "people" -> Set.of("person.code", "person.post", "person.family_name");
      default -> Set.of("mandate.id", "mandate.to_day", "mandate.ends_at");
    };
  }

  private static final class Members implements Editing {
    @Override
    public int[] well(SheetFile file) {
      file.set(line(file, "code", "BF"), "zone", "Africa/Lagos");
      file.set(line(file, "code", "BJ"), "zone", "Africa/Lagos");
      file.set(line(file, "code", "CD"), "latitude", "-4.5");
      file.set(line(file, "code", "CD"), "name_en", "Congo (Kinshasa)");
      return new int[] {0, 3};
    }

    @Override
    public Set<String> badly(SheetFile file) {
      int zone = line(file, "code", "CF");
      file.set(zone, "zone", "Africa/Nowhere").set(zone, "longitude", "east");
      file.set(zone, "latitude", "94");
      int region = line(file, "code", "CG");
      file.set(region, "region", "ESA").set(region, "name_ar", "");
      int made = file.add(Map.of("code", "QQ", "region", "WCA", "name_en", "Nowhere"));
      return Set.of(
          zone + " zone",
          zone + " longitude",
          zone + " latitude",
          region + " region",
          region + " name_ar",
          made + " code",
          made + " name_fr",
          made + " name_es",
          made + " name_ar",
          made + " name_ru",
          made + " name_pt",
          made + " city",
          made + " latitude",
          made + " longitude",
          made + " zone",
          made + " languages");
    }
  }

  private static final class Bodies implements Editing {
    @Override
    public int[] well(SheetFile file) {
      file.set(line(file, "code", "RTC-BF"), "city", "Bobo-Dioulasso");
      file.set(line(file, "code", "RTC-CG"), "since", "2012");
      Map<String, String> made = new LinkedHashMap<>();
      for (String language : List.of("en", "fr", "es", "ar", "ru", "pt")) {
        made.put("name_" + language, "Labo " + language);
      }
      made.putAll(
          Map.of(
              "code",
              BODY,
              "kind",
              "laboratory",
              "region",
              "WCA",
              "member",
              "SN",
              "city",
              "Dakar",
              "latitude",
              "14.6937",
              "longitude",
              "-17.4441",
              "zone",
              "Africa/Dakar",
              "languages",
              "fr en"));
      file.add(made);
      return new int[] {1, 2};
    }

    @Override
    public Set<String> badly(SheetFile file) {
      int kind = line(file, "code", "RTC-NG");
      file.set(kind, "kind", "laboratory");
      int palace = line(file, "code", "DEMO-RILO-XS");
      file.set(palace, "kind", "palace").set(palace, "languages", "fr zz");
      return Set.of(kind + " kind", palace + " kind", palace + " languages");
    }
  }

  private static final class Persons implements Editing {
    @Override
    public int[] well(SheetFile file) {
      file.set(line(file, "code", "DEMO-P-0001"), "post", "inspectrice principale");
      // as text in quotes: what begins with an apostrophe is that apostrophe and more
      file.set(
          line(file, "code", "DEMO-P-0002"),
          "post",
          guarded(file, "'=coordonnatrice; « à l’essai », \"2\""));
      file.set(line(file, "code", "DEMO-P-0003"), "family", "Сáнкаба-سانكابا");
      file.add(person(PERSON, "Awa", "Trip", "awa.trip@demo.portolan.example", "XS"));
      return new int[] {1, 3};
    }

    @Override
    public Set<String> badly(SheetFile file) {
      int address = line(file, "code", "DEMO-P-0004");
      file.set(address, "email", "another@demo.portolan.example");
      int language = line(file, "code", "DEMO-P-0005");
      file.set(language, "language", "xx").set(language, "given", "");
      int again = file.add(person(PERSON, "Awa", "Again", "awa.again@demo.portolan.example", "XS"));
      int known = file.add(person("", "A", "B", "trainee@demo.portolan.example", "QQ"));
      return Set.of(
          address + " email",
          language + " language",
          language + " given",
          again + " code",
          known + " email");
    }

    /** A file of texts has one apostrophe more before what looks like a formula. */
    private static String guarded(SheetFile file, String text) {
      return file.texts() ? "'" + text : text;
    }
  }

  private static final class Mandates implements Editing {
    @Override
    public int[] well(SheetFile file) {
      file.set(line(file, "person", "DEMO-P-0004"), "to", "2036-05-01");
      file.set(line(file, "person", "DEMO-P-0057"), "to", "");
      file.add(mandate(PERSON, "contact_point", "XS", "2035-06-30"));
      return new int[] {1, 2};
    }

    @Override
    public Set<String> badly(SheetFile file) {
      int reversed = line(file, "person", "DEMO-P-0250");
      file.set(reversed, "to", "2024-01-01");
      int day = line(file, "person", "DEMO-P-0217");
      file.set(day, "to", "next year");
      int king = file.add(mandate(PERSON, "king", "XS", ""));
      int nobody = file.add(mandate("nobody", "editor", "WCA", ""));
      int taken = file.add(mandate(PERSON, "rocb_director", "WCA", ""));
      return Set.of(
          reversed + " to", day + " to", king + " office", nobody + " person", taken + " from");
    }
  }

  /** A row of somebody new; the code may be empty. */
  private static Map<String, String> person(
      String code, String given, String family, String email, String member) {
    return Map.of(
        "code",
        code,
        "given",
        given,
        "family",
        family,
        "email",
        email,
        "member",
        member,
        "language",
        "fr");
  }

  /** A row of a mandate from the first day of 2035 on; the last day may be empty. */
  private static Map<String, String> mandate(
      String person, String office, String scope, String to) {
    return Map.of(
        "person", person, "office", office, "scope", scope, "from", "2035-01-01", "to", to);
  }

  private static int line(SheetFile file, String column, String value) {
    return file.lines(column, value).get(0);
  }

  /** Columns that say something else now, but for those of tables that tell what happened. */
  private static Set<String> changedSince(TableDigests before) throws SQLException {
    Set<String> changed = new TreeSet<>(before.differences(TableDigests.of(database.dataSource())));
    changed.removeIf(column -> TELL.contains(table(column)));
    return changed;
  }

  /** The same, but for those that are kept of an import until it is over. */
  private static Set<String> recordsChangedSince(TableDigests before) throws SQLException {
    Set<String> changed = changedSince(before);
    changed.removeIf(column -> UNTIL_THEN.contains(table(column)));
    return changed;
  }

  private static String table(String column) {
    return column.substring(0, column.indexOf('.'));
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }
}
