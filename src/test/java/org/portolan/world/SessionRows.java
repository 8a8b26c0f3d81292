package org.portolan.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;

/**
 * Sessions, the same number at each centre: a good half within the months that feeds carry, most of
 * those within weeks of the anchor, the rest in earlier years. In a world of years they lie evenly
 * over them, and the first centre has several times as many as the others.
 */
final class SessionRows {
  private static final double IN_FEED = 0.55;
  private static final int WEEKS = 52;

  /** Over years, so many more are at the first centre: its feed has about a hundred. */
  private static final int MORE = 520;

  private final Setting setting;
  private final List<Planned> sessions = new ArrayList<>();

  /** A session before the database gave it a number. */
  record Planned(
      String code,
      CourseRows.Course course,
      Setting.Place centre,
      LocalDate first,
      int days,
      int seats,
      boolean needsApproval,
      boolean open,
      String state,
      String language,
      String venue) {

    LocalDateTime startsAt() {
      return utc(first, LocalTime.of(9, 0));
    }

    LocalDateTime endsAt() {
      return utc(first.plusDays(days - 1L), LocalTime.of(16, 30));
    }

    private LocalDateTime utc(LocalDate day, LocalTime time) {
      return LocalDateTime.ofInstant(
          day.atTime(time).atZone(ZoneId.of(centre.zone())).toInstant(), ZoneOffset.UTC);
    }
  }

  SessionRows(Setting setting, List<CourseRows.Course> courses) {
    this.setting = setting;
    SplittableRandom random = setting.random("sessions");
    for (int i = 0; i < setting.size().sessions(); i++) {
      CourseRows.Course course = Setting.one(courses, random);
      boolean open = i < setting.size().openSessions();
      int week = open ? 3 + random.nextInt(10) : week(i, random);
      sessions.add(plan(i, course, centre(i), open, week, random));
    }
  }

  private Setting.Place centre(int number) {
    int open = setting.size().openSessions();
    boolean more = ofYears() && number >= open && number < open + MORE;
    return setting.centres().get(more ? 0 : number % setting.centres().size());
  }

  private int week(int number, SplittableRandom random) {
    if (ofYears()) {
      int years = setting.size().calendars().years();
      return random.nextInt(years * WEEKS) - (years - 1) * WEEKS;
    }
    int centres = setting.centres().size();
    int each = (setting.size().sessions() + centres - 1) / centres;
    return number / centres < each * IN_FEED ? nearWeek(random) : -32 - random.nextInt(120);
  }

  private boolean ofYears() {
    return setting.size().calendars().years() > 0;
  }

  /** Half of what a feed carries lies between three weeks ago and seven weeks ahead. */
  private static int nearWeek(SplittableRandom random) {
    return random.nextBoolean() ? random.nextInt(10) - 3 : random.nextInt(54) - 20;
  }

  private Planned plan(
      int number,
      CourseRows.Course course,
      Setting.Place centre,
      boolean open,
      int week,
      SplittableRandom random) {
    int chance = random.nextInt(100);
    String language = Setting.one(centre.languages(), random);
    return new Planned(
        Setting.code("S", number + 1),
        course,
        centre,
        setting.anchor().plusWeeks(week).plusDays(random.nextInt(5)),
        1 + random.nextInt(5),
        open ? World.OPEN_SEATS : (12 + 2 * random.nextInt(10)) * setting.size().seatsTimes(),
        !open && random.nextInt(3) > 0,
        open,
        open || chance < 94 ? "published" : chance < 97 ? "cancelled" : "draft",
        language,
        setting.words(language).place(random));
  }

  List<Planned> sessions() {
    return sessions;
  }

  void insert(DataSource database) {
    Map<String, Long> courses = Rows.idsByCode(database, "course");
    Rows rows =
        Rows.into("training_session", "code")
            .columns("code", "course_id", "centre_code", "region_code", "theme_code")
            .columns("first_day", "last_day", "day_start", "day_end", "zone")
            .columns("starts_at", "ends_at", "venue", "room", "seats", "languages", "approval")
            .columns("online", "state", "sequence_number", "updated_at", "version");
    for (Planned session : sessions) {
      rows.add(
          session.code(),
          courses.get(session.course().code()),
          session.centre().code(),
          session.centre().region(),
          session.course().theme(),
          session.first(),
          session.first().plusDays(session.days() - 1L),
          LocalTime.of(9, 0),
          LocalTime.of(16, 30),
          session.centre().zone(),
          session.startsAt(),
          session.endsAt(),
          session.venue() + ", " + session.centre().city(),
          "A" + session.seats(),
          session.seats(),
          session.language(),
          session.needsApproval() ? "coordinator" : "none",
          session.open(),
          session.state(),
          session.state().equals("cancelled") ? 1 : 0,
          setting.now(),
          0);
    }
    rows.insert(database);
  }
}
