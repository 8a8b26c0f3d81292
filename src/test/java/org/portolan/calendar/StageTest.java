package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.Validity;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.CentreSummary;

/** The way of a session from a draft to a report, and who finds the door closed when. */
class StageTest {
  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant DURING = Instant.parse("2027-03-09T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2027-03-13T12:00:00Z");
  private static final SessionReport HELD = new SessionReport(true, 21, "");

  private final Session session =
      Session.draft("S-1", centre(), course(1), plan("2027-03-08", 24, "Academy"), NOW);

  @Test
  void aDraftIsHandedInSentBackHandedInAgainCheckedAndPublished() {
    assertThat(stage(NOW)).isEqualTo(Stage.DRAFT);
    session.submit(NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.SUBMITTED);
    refused(() -> session.submit(NOW), "submit");
    session.sendBack("The same week as in Lomé", NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.SENT_BACK);
    assertThat(session.progress().note()).isEqualTo("The same week as in Lomé");
    refused(() -> session.check("", NOW), "not-submitted");
    session.submit(NOW);
    session.check("", NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.CHECKED);
    assertThat(session.progress().note()).isNull();
    refused(() -> session.sendBack("Late", NOW), "not-submitted");
    session.publish(NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.PUBLISHED);
    refused(() -> session.submit(NOW), "submit");
  }

  @Test
  void theClockSaysWhatRunsAndWhatIsOver() {
    session.publish(NOW);
    assertThat(stage(DURING)).isEqualTo(Stage.RUNNING);
    refused(() -> session.report(HELD, DURING), "report");
    assertThat(stage(session.endsAt())).isEqualTo(Stage.ENDED);
    refused(() -> session.cancel(AFTER), "over");
    session.report(HELD, AFTER);
    assertThat(stage(AFTER)).isEqualTo(Stage.REPORTED);
    session.report(new SessionReport(false, 21, "The trainer was ill"), AFTER);
    assertThat(session.progress().held()).isFalse();
    assertThat(session.progress().participants()).isNull();
  }

  @Test
  void whatWasCheckedIsNoLongerWhereItsDaysCourseOrSeatsAreOthers() {
    checked();
    session.change(course(1), plan("2027-03-08", 24, "Annexe"), NOW);
    assertThat(stage(NOW)).as("another place").isEqualTo(Stage.CHECKED);
    session.change(course(1), plan("2027-03-08", 30, "Annexe"), NOW);
    assertThat(stage(NOW)).as("more seats").isEqualTo(Stage.DRAFT);
    checked();
    session.change(course(1), plan("2027-03-15", 30, "Annexe"), NOW);
    assertThat(stage(NOW)).as("other days").isEqualTo(Stage.DRAFT);
    checked();
    session.change(course(2), plan("2027-03-15", 30, "Annexe"), NOW);
    assertThat(stage(NOW)).as("another course").isEqualTo(Stage.DRAFT);
  }

  @Test
  void aDraftThatWaitsForItsCheckGoesOnWaitingWhenItIsChanged() {
    session.submit(NOW);
    session.change(course(1), plan("2027-03-15", 30, "Annexe"), NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.SUBMITTED);
  }

  @Test
  void aCancelledSessionIsRestoredAsLongAsItsStartLiesAhead() {
    refused(() -> session.restore(NOW), "restore");
    session.publish(NOW);
    refused(() -> session.restore(NOW), "restore");
    session.cancel(NOW);
    assertThat(stage(AFTER)).isEqualTo(Stage.CANCELLED);
    refused(() -> session.restore(session.startsAt()), "restore-past");
    session.restore(session.startsAt().minusSeconds(1));
    assertThat(stage(NOW)).isEqualTo(Stage.PUBLISHED);
    assertThat(session.sequenceNumber()).isEqualTo(2);
  }

  @Test
  void aReportSaysByFieldWhatIsMissing() {
    assertThat(new SessionReport(null, null, null).problems()).containsOnlyKeys("held");
    assertThat(new SessionReport(true, null, "").problems()).containsOnlyKeys("participants");
    assertThat(new SessionReport(true, -1, "").problems()).containsOnlyKeys("participants");
    assertThat(new SessionReport(false, null, " ").problems()).containsOnlyKeys("remarks");
    assertThat(new SessionReport(true, 0, "x".repeat(2001)).problems()).containsOnlyKeys("remarks");
    assertThat(HELD.problems()).isEmpty();
  }

  @Test
  void aStageIsKnownByItsCode() {
    assertThat(Stage.of("sent-back")).contains(Stage.SENT_BACK);
    assertThat(Stage.of("SENT_BACK")).isEmpty();
  }

  private Stage stage(Instant at) {
    return session.facts().stageAt(at);
  }

  private void checked() {
    session.submit(NOW);
    session.check("", NOW);
    assertThat(stage(NOW)).isEqualTo(Stage.CHECKED);
  }

  private static void refused(Runnable deed, String key) {
    assertThatThrownBy(deed::run)
        .asInstanceOf(type(NotPossible.class))
        .extracting(NotPossible::key)
        .isEqualTo("calendar.refused." + key);
  }

  private static SessionPlan plan(String first, int seats, String venue) {
    LocalDate day = LocalDate.parse(first);
    return new SessionPlan(
        1L,
        day,
        day.plusDays(4),
        LocalTime.of(9, 0),
        LocalTime.of(16, 30),
        venue,
        "",
        seats,
        List.of("fr"),
        Chain.COORDINATOR,
        null,
        false);
  }

  private static CourseFacts course(long id) {
    return new CourseFacts(
        id, "C" + id, "X", "WCA", "T", "basic", "classroom", 8, "all", null, Validity.ALWAYS);
  }

  private static CentreSummary centre() {
    return new CentreSummary(
        "X",
        "RTC",
        "WCA",
        "XS",
        "City",
        0,
        0,
        "Africa/Abidjan",
        "fr",
        null,
        new LocalName("X", "X", "X", "X", "X", "X"),
        true);
  }
}
