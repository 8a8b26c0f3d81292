package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.enrolment.SeatsThen.Stood;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Group;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/** The seats of a session as they stood before, told from its ledger. */
@ArquillianTest
class LedgerDeskIT {
  private static final String WHY = "Our border post needs it.";
  private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.HOURS);

  @Inject private EnrolmentService enrolment;
  @Inject private LedgerDesk ledger;
  @Inject private SeatDesk desk;
  @Inject private Scenario scenario;

  private final Map<Integer, String> kept = new TreeMap<>();
  private long session;
  private int hours;

  @BeforeEach
  void begin() {
    MovableClock.hold(BEGIN);
    session = scenario.session(1, Chain.NONE);
    scenario.asCentre();
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  private void rule(List<Quota> quotas) {
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    desk.rule(
        session,
        plan.version(),
        new SeatRules(
            1,
            0,
            5,
            Duration.ofHours(4),
            Duration.ofDays(1),
            plan.rules().starts(),
            true,
            quotas,
            List.of()));
  }

  private long apply(long person, String member) {
    scenario.as(person, member);
    return enrolment.apply(session, WHY).id();
  }

  /** Notes how it stands now, as it is kept, and lets an hour pass. */
  private void look() {
    kept.put(hours, desk.kept(session));
    hours++;
    MovableClock.hold(BEGIN.plus(Duration.ofHours(hours)));
  }

  @Test
  void eachMomentIsToldAgainToTheLastCharacter() {
    rule(List.of());
    look();
    long holder = scenario.officer(Scenario.MEMBER);
    long next = scenario.officer(Scenario.OTHER_MEMBER);
    final long seat = apply(holder, Scenario.MEMBER);
    look();
    final long waits = apply(next, Scenario.OTHER_MEMBER);
    look();
    rule(List.of(new Quota(new Group(Group.Kind.MEMBER, Group.EACH), 1)));
    look();
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(seat);
    look();
    scenario.as(next, Scenario.OTHER_MEMBER);
    enrolment.accept(waits);
    look();

    scenario.asCentre();
    ZoneId zone = ZoneId.of(ledger.stood(session, null, Language.EN).session().zone());
    assertThat(kept).hasSize(6);
    kept.forEach(
        (hour, text) -> {
          LocalDateTime when =
              LocalDateTime.ofInstant(BEGIN.plus(Duration.ofMinutes(60L * hour + 30)), zone);
          SeatsThen then = ledger.stood(session, when, Language.EN);
          assertThat(then.text()).isEqualTo(text);
          SeatsThen same = ledger.after(session, then.written(), Language.EN);
          assertThat(same.text()).isEqualTo(text);
          assertThat(same.fingerprint()).isEqualTo(then.fingerprint()).hasSize(64);
          assertThat(ledger.text(session, then.written())).isEqualTo(text);
        });
    assertThat(kept.values()).doesNotHaveDuplicates();

    SeatsThen offered = ledger.after(session, lines(4), Language.EN);
    assertThat(offered.stood()).extracting(Stood::application).containsExactly(waits);
    assertThat(offered.people().keySet()).containsExactlyInAnyOrder(seat, waits);
    assertThat(offered.free()).isZero();
  }

  private long lines(int hour) {
    return Long.parseLong(kept.get(hour).replaceFirst("(?s).*?lines=(\\d+).*", "$1"));
  }

  @Test
  void whatFollowsAnAlteredLineIsNotTold() {
    rule(List.of());
    apply(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    scenario.asCentre();
    SeatsThen whole = ledger.stood(session, null, Language.EN);
    assertThat(whole.altered()).isZero();
    assertThat(whole.written()).isEqualTo(3);
    scenario.sql(
        "UPDATE seat_line SET detail = 'member:QQ' WHERE number = 2 AND session_id = " + session);
    SeatsThen altered = ledger.stood(session, null, Language.EN);
    assertThat(altered.altered()).isEqualTo(2);
    assertThat(altered.written()).isEqualTo(1);
    assertThat(altered.stood()).isEmpty();
    assertThat(ledger.after(session, 1, Language.EN).text()).isEqualTo(altered.text());
    scenario.sql(
        "UPDATE seat_line SET event = 'nothing' WHERE number = 1 AND session_id = " + session);
    assertThat(ledger.stood(session, null, Language.EN).altered()).isEqualTo(1);
  }

  @Test
  void beforeAnybodyAppliedNothingIsTold() {
    SeatsThen then = ledger.stood(session, null, Language.EN);
    assertThat(then.rules()).isNull();
    assertThat(then.stood()).isEmpty();
    assertThat(then.lines()).isEmpty();
    assertThat(then.free()).isEqualTo(1);
  }

  @Test
  void ofManyTheFirstAreShownAndTheTextHasAll() {
    long crowded = scenario.session(400, Chain.NONE);
    scenario.sql(
        "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
            + " version) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 302)"
            + " SELECT CONCAT('DEMO-L-', UUID_SHORT()), 'Officer', 'Many',"
            + " CONCAT('l', i, '@crowd-"
            + crowded
            + ".example'), 'XS', 'en', 'Inspector', 1 FROM n");
    scenario.sql(
        "INSERT INTO application (session_id, person_id, member_code, state, motivation, applied_at,"
            + " version) SELECT "
            + crowded
            + ", id, 'XS', 'waiting', '', UTC_TIMESTAMP(), 1 FROM person WHERE email LIKE '%@crowd-"
            + crowded
            + ".example'");
    scenario.sql(
        "INSERT INTO seat_line (session_id, number, event, happened_at, detail) VALUES ("
            + crowded
            + ", 1, 'rules', UTC_TIMESTAMP(), '"
            + SeatRules.plain(400, BEGIN.plus(Duration.ofDays(60))).text()
            + "')");
    scenario.sql(
        "INSERT INTO seat_line (session_id, number, event, application_id, happened_at, detail)"
            + " SELECT session_id, 1 + ROW_NUMBER() OVER (ORDER BY id), 'applied', id,"
            + " UTC_TIMESTAMP(), 'member:XS' FROM application WHERE session_id = "
            + crowded);
    scenario.asCentre();
    // the lines get their marks
    desk.kept(crowded);
    SeatsThen then = ledger.after(crowded, 303, Language.EN);
    assertThat(then.altered()).isZero();
    assertThat(then.written()).isEqualTo(303);
    assertThat(then.standing()).isEqualTo(302);
    assertThat(then.stood()).hasSize(300);
    assertThat(then.crowded()).isTrue();
    assertThat(ledger.text(crowded, then.written())).isEqualTo(then.text()).hasLineCount(305);
  }

  @Test
  void onlyTheCentreOfTheSessionMayLook() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> ledger.stood(session, null, Language.EN))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> ledger.text(session, 1)).isInstanceOf(NotAllowed.class);
    scenario.asCentre();
    assertThat(ledger.text(session, 1)).as("nothing is written yet").isEmpty();
    assertThatThrownBy(() -> ledger.stood(9_999_999, null, Language.EN))
        .isInstanceOf(NotFound.class);
  }
}
