package org.portolan.drill;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Timing;
import org.portolan.calendar.TrainingYear;
import org.portolan.radar.rules.CentreFact;
import org.portolan.radar.rules.CourseFact;
import org.portolan.radar.rules.Finding;
import org.portolan.radar.rules.FindingKind;
import org.portolan.radar.rules.Planned;
import org.portolan.radar.rules.RegionYear;
import org.portolan.radar.rules.Rules;

/** The finding that the radar of its region has of a draft which begins in some days. */
final class FindingOfDraft {
  /** In so many days, when a draft is late. */
  static final int SOON = 20;

  private FindingOfDraft() {}

  static String year() {
    return String.valueOf(TrainingYear.of(today().plusDays(SOON)).begins());
  }

  static String fingerprint(Records records, long session) {
    String of = " FROM training_session WHERE id = " + session;
    LocalDate day = today().plusDays(SOON);
    CourseFact course =
        new CourseFact(
            Long.parseLong(records.text("SELECT course_id" + of)),
            Records.CENTRE,
            "theme",
            "basic",
            Set.of());
    Planned draft =
        new Planned(
            session,
            course,
            new CentreFact(Records.CENTRE, Records.MEMBER, true),
            Set.of(records.text("SELECT languages" + of).split(" ")),
            SessionState.DRAFT,
            Timing.DATED,
            day,
            day,
            Set.of(),
            Integer.parseInt(records.text("SELECT seats" + of)),
            0,
            0,
            0,
            Set.of(),
            0,
            null);
    return Rules.look(
            new RegionYear(
                Records.REGION,
                TrainingYear.of(day),
                today(),
                List.of(),
                List.of(),
                List.of(),
                List.of(draft),
                List.of(),
                Map.of(),
                Map.of()))
        .stream()
        .filter(each -> each.kind() == FindingKind.LATE_DRAFT)
        .map(Finding::fingerprint)
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate today() {
    return LocalDateTime.now(ZoneOffset.UTC).toLocalDate();
  }
}
