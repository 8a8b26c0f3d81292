package org.portolan.world;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.search.ChangeLog;
import org.portolan.platform.storage.ContentLibrary;

/**
 * Makes a world of a seed and a size and writes it, in bulk, into a schema that has been migrated
 * and has its reference content. The same seed, size and anchor give the same world. What is in the
 * schema already stays; a world is loaded once.
 *
 * <p>Sessions, courses and people belong to the invented states of the demo world, whose Members
 * and centres are laid down if they are not there. The search index of a running application takes
 * everything in within seconds, as rows are added to the table of changes; the centres are known to
 * an application that has the demo world or starts after the load.
 */
public final class WorldGenerator {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");

  private final ContentLibrary content = new ContentLibrary();
  private final Setting setting;
  private final PeopleRows people;
  private final CourseRows courses;
  private final SessionRows sessions;

  public WorldGenerator(long seed, WorldSize size, LocalDate day) {
    LocalDate anchor = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Map<String, List<String>> terms = new TreeMap<>();
    content
        .rows("reference/terms.csv")
        .forEach(
            row ->
                terms
                    .computeIfAbsent(row.getField("language"), language -> new ArrayList<>())
                    .add(row.getField("term")));
    this.setting =
        new Setting(
            seed,
            size,
            anchor,
            places(size),
            codes("sample/members.csv"),
            codes("reference/themes.csv"),
            Vocabulary.all(terms, new SplittableRandom(seed)));
    this.people = new PeopleRows(setting);
    this.courses = new CourseRows(setting);
    this.sessions = new SessionRows(setting, courses.courses());
  }

  /** Of the demo world, or so many beside them: in its places, the first ones in one region. */
  private List<Setting.Place> places(WorldSize size) {
    List<Setting.Place> demo =
        content.rows("sample/centres.csv").stream().map(WorldGenerator::place).toList();
    if (!size.calendars().ownCentres()) {
      return demo;
    }
    List<Setting.Place> region =
        demo.stream().filter(place -> place.region().equals(World.REGION)).toList();
    List<Setting.Place> others =
        demo.stream().filter(place -> !place.region().equals(World.REGION)).toList();
    return IntStream.range(0, size.calendars().centres())
        .mapToObj(
            i -> {
              List<Setting.Place> of = i < World.REGION_CENTRES ? region : others;
              return of.get(i % of.size()).as(Setting.code("T", i + 1));
            })
        .toList();
  }

  /** Writes the world and says what is in it. */
  public World load(DataSource database) {
    insertMembers(database);
    insertCentres(database);
    tellDirectory(database);
    people.insert(database);
    courses.insert(database);
    new PracticeRows(setting).insert(database);
    sessions.insert(database);
    new BookingRows(setting, sessions.sessions()).insert(database);
    new EnrolmentRows(setting, people, sessions.sessions())
        .insert(database, number(database, "SELECT COALESCE(MAX(id), 0) + 1 FROM application"));
    tellIndex(database);
    return describe(database);
  }

  /** Says what is in a world that was loaded before. */
  public World describe(DataSource database) {
    Map<String, Long> sessionIds = Rows.idsByCode(database, "training_session");
    List<SessionRows.Planned> open =
        sessions.sessions().stream().filter(SessionRows.Planned::open).toList();
    Map<String, String> common = new TreeMap<>();
    Map<String, String> rare = new TreeMap<>();
    setting
        .vocabularies()
        .forEach(
            (language, words) -> {
              common.put(language, words.commonWord());
              rare.put(language, words.rareWord(setting.size().shelf().practices()));
            });
    return new World(
        setting.seed(),
        setting.size(),
        setting.anchor(),
        open.get(0).course().code(),
        setting.centres().stream().map(Setting.Place::code).toList(),
        open.stream().map(session -> sessionIds.get(session.code())).toList(),
        people.tokens(Rows.idsByCode(database, "person")),
        people.staffOf(setting.centres().get(0)),
        people.regionalOfficer(),
        common,
        rare);
  }

  List<SessionRows.Planned> planned() {
    return sessions.sessions();
  }

  private void insertMembers(DataSource database) {
    Rows members =
        Rows.into("member_state", "code")
            .columns("code", "iso3", "region_code", "subregion_code", "ldc_list_year")
            .columns("currency", "capital", "latitude", "longitude", "zone", "languages")
            .columns(NAMES)
            .columns("demo");
    for (NamedCsvRecord row : content.rows("sample/members.csv")) {
      members.addNamed(
          column ->
              switch (column) {
                case "region_code" -> row.getField("region");
                case "subregion_code" -> row.getField("subregion");
                case "ldc_list_year" -> row.getField("ldc");
                case "capital" -> row.getField("capital_en");
                case "latitude" -> row.getField("lat");
                case "longitude" -> row.getField("lon");
                case "demo" -> "1";
                default -> row.getField(column);
              });
    }
    members.upsert(database);
  }

  private void insertCentres(DataSource database) {
    Rows centres =
        Rows.into("body", "code")
            .columns("code", "kind", "region_code", "member_code", "city", "latitude")
            .columns("longitude", "zone", "languages", "since_year")
            .columns(NAMES)
            .columns("demo");
    Map<String, NamedCsvRecord> demo = new TreeMap<>();
    content.rows("sample/centres.csv").forEach(row -> demo.put(row.getField("code"), row));
    for (Setting.Place place : setting.centres()) {
      NamedCsvRecord row = demo.get(place.like());
      centres.addNamed(
          column ->
              switch (column) {
                case "code" -> place.code();
                case "kind" -> "RTC";
                case "region_code" -> row.getField("region");
                case "member_code" -> row.getField("member");
                case "latitude" -> row.getField("lat");
                case "longitude" -> row.getField("lon");
                case "since_year" -> row.getField("opened");
                case "demo" -> "1";
                default -> row.getField(column) + (NAMES.contains(column) ? place.number() : "");
              });
    }
    centres.upsert(database);
  }

  /** Nodes that run have read the directory already, and look for another one. */
  private static void tellDirectory(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE directory_revision SET revision = revision + 1 WHERE id = 1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One change for each item that readers may find, as its feature would have written it. */
  private void tellIndex(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String kind : List.of("course", "practice", "session")) {
        String table = kind.equals("session") ? "training_session" : kind;
        statement.executeUpdate(
            ChangeLog.INSERT.substring(0, ChangeLog.INSERT.indexOf("VALUES"))
                + "SELECT '"
                + kind
                + "', id, UTC_TIMESTAMP(6) FROM "
                + table
                + " WHERE code LIKE 'DEMO-W-%' AND state = 'published' ORDER BY id");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> codes(String file) {
    return content.rows(file).stream().map(row -> row.getField("code")).toList();
  }

  private static Setting.Place place(NamedCsvRecord row) {
    return new Setting.Place(
        row.getField("code"),
        row.getField("code"),
        row.getField("region"),
        row.getField("zone"),
        row.getField("city"),
        List.of(row.getField("languages").split(" ")));
  }
}
