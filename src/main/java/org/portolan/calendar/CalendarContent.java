package org.portolan.calendar;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.DemoAnchor;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Lays the demo world's sessions down around a Monday that is remembered from the first load, so
 * that a demo grows older like anything else. What is there already is left as people made it.
 */
@ApplicationScoped
class CalendarContent {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @PersistenceContext private EntityManager entities;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private DemoAnchor demo;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(400) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    LocalDate anchor = demo.get();
    Map<String, Object[]> courses = courses();
    Set<String> known = knownCodes();
    Rows rows =
        Rows.into("training_session", "code")
            .columns("code", "course_id", "centre_code", "region_code", "theme_code")
            .columns("timing", "first_day", "last_day", "day_start", "day_end", "zone")
            .columns(
                "slots", "starts_at", "ends_at", "venue", "room", "seats", "languages", "approval")
            .columns("donor_code", "online", "state", "sequence_number")
            .columns("published_at", "updated_at", "version");
    Instant now = clock.instant();
    for (NamedCsvRecord row : content.rows("sample/sessions.csv")) {
      if (!known.contains(row.getField("code"))) {
        add(rows, row, anchor, courses.get(row.getField("course")), now);
      }
    }
    rows.insert(dataSource);
  }

  private void add(Rows rows, NamedCsvRecord row, LocalDate anchor, Object[] course, Instant now) {
    CentreSummary centre = directory.findCentre(row.getField("centre")).orElseThrow();
    Timing timing = Timing.of(row.getField("timing")).orElseThrow();
    Optional<SessionTimes> times =
        timing == Timing.DATED
            ? Optional.of(times(row, anchor, ZoneId.of(centre.zone())))
            : Optional.empty();
    rows.add(
        row.getField("code"),
        course[1],
        centre.code(),
        centre.regionCode(),
        course[2],
        timing.code(),
        times.map(each -> first(row, anchor)).orElse(null),
        times.map(each -> last(row, anchor)).orElse(null),
        times.map(each -> LocalTime.parse(row.getField("start"))).orElse(null),
        times.map(each -> LocalTime.parse(row.getField("end"))).orElse(null),
        centre.zone(),
        slots(row, anchor).everyDay() ? null : slots(row, anchor).text(),
        times.map(each -> Timestamp.from(each.startsAt())).orElse(null),
        times.map(each -> Timestamp.from(each.endsAt())).orElse(null),
        filled(row.getField("venue")),
        filled(row.getField("room")),
        timing == Timing.STANDING ? Timing.UNBOUNDED : row.getField("seats"),
        row.getField("languages"),
        row.getField("approval"),
        row.getField("donor").isEmpty() ? null : row.getField("donor"),
        row.getField("online").equals("true") ? 1 : 0,
        row.getField("state"),
        row.getField("state").equals("cancelled") ? 1 : 0,
        row.getField("state").equals("draft") ? null : Timestamp.from(now),
        Timestamp.from(now),
        0);
  }

  private static SessionTimes times(NamedCsvRecord row, LocalDate anchor, ZoneId zone) {
    Slots slots = slots(row, anchor);
    return slots.everyDay()
        ? SessionTimes.daily(
            first(row, anchor),
            last(row, anchor),
            LocalTime.parse(row.getField("start")),
            LocalTime.parse(row.getField("end")),
            zone)
        : new SessionTimes(slots.list(), zone);
  }

  /** By the numbers of their days, as in a template. */
  private static Slots slots(NamedCsvRecord row, LocalDate anchor) {
    Slots slots = Slots.readNumbered(row.getField("slots")).orElseThrow();
    return slots.everyDay() ? slots : slots.beginning(first(row, anchor));
  }

  private static LocalDate first(NamedCsvRecord row, LocalDate anchor) {
    return anchor
        .plusWeeks(Long.parseLong(row.getField("week")))
        .plusDays(Long.parseLong(row.getField("weekday")) - 1);
  }

  private static LocalDate last(NamedCsvRecord row, LocalDate anchor) {
    return first(row, anchor).plusDays(Long.parseLong(row.getField("days")) - 1);
  }

  /**
   * Empty text would be stored as missing, which these columns do not allow; a space is nothing.
   */
  private static String filled(String value) {
    return value.isEmpty() ? " " : value;
  }

  /** Code, id and theme of courses, by code. */
  private Map<String, Object[]> courses() {
    List<?> rows =
        entities.createNativeQuery("SELECT code, id, theme_code FROM course").getResultList();
    Map<String, Object[]> courses = new HashMap<>();
    rows.forEach(row -> courses.put((String) ((Object[]) row)[0], (Object[]) row));
    return courses;
  }

  private Set<String> knownCodes() {
    return new HashSet<>(
        entities.createQuery("select s.code from Session s", String.class).getResultList());
  }
}
