package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.enrolment.OfferRequest.State;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.SeatRules;

/** People take an offered seat, or leave it to others, by the links of the letter. */
@ArquillianTest
class OfferAnswersIT {
  private static final String WHY = "Our border post needs it.";
  private static final Pattern TOKEN =
      Pattern.compile("/offer\\?lang=en&answer=(accept|decline)&token=([\\w.]+)");

  @Inject private EnrolmentService enrolment;
  @Inject private Enrolments enrolments;
  @Inject private OfferAnswers answers;
  @Inject private AnswerLinks links;
  @Inject private ApplicationRepository applications;
  @Inject private SeatDesk desk;
  @Inject private Scenario scenario;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  private long session;
  private long first;
  private long second;
  private long offered;
  private long waits;

  @BeforeEach
  void aSeatIsOfferedToTheFirstOfTwo() {
    session = scenario.session(1, Chain.NONE);
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    SeatRules rules = plan.rules();
    desk.rule(
        session,
        plan.version(),
        new SeatRules(
            rules.capacity(),
            0,
            5,
            Duration.ofHours(48),
            Duration.ofDays(2),
            rules.starts(),
            true,
            List.of(),
            List.of()));
    long holder = scenario.officer(Scenario.MEMBER);
    first = scenario.officer(Scenario.MEMBER);
    second = scenario.officer(Scenario.MEMBER);
    long held = apply(holder);
    offered = apply(first);
    waits = apply(second);
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    scenario.asNobody();
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  private long apply(long person) {
    scenario.as(person, Scenario.MEMBER);
    return enrolment.apply(session, WHY).id();
  }

  private String state(long application) {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }

  private State shown(String token) {
    return answers.find(token, Language.EN).state();
  }

  /** Of the newest letter to somebody. */
  private String token(long person) {
    Matcher link =
        TOKEN.matcher(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE kind = 'enrolment.letter.offered'"
                    + " AND person_id = "
                    + person
                    + " ORDER BY id DESC LIMIT 1"));
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo("accept");
    String token = link.group(2);
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo("decline");
    assertThat(link.group(2)).isEqualTo(token);
    return token;
  }

  private String letters(long person) {
    return scenario.text(
        "SELECT GROUP_CONCAT(kind ORDER BY id) FROM mail_letter WHERE person_id = " + person);
  }

  private String trail(String action) {
    return scenario.text(
        "SELECT GROUP_CONCAT(CONCAT(COALESCE(actor_id, 'nobody'), changes)) FROM audit_entry"
            + " WHERE action = '"
            + action
            + "' AND record_id = "
            + offered);
  }

  @Test
  void lookingAtTheLinkChangesNothing() {
    String token = token(first);
    String before = row();
    for (int i = 0; i < 3; i++) {
      OfferRequest offer = answers.find(token, Language.EN);
      assertThat(offer.state()).isEqualTo(State.OPEN);
      assertThat(offer.application()).isEqualTo(offered);
      assertThat(offer.until()).isNotNull();
    }
    assertThat(row()).isEqualTo(before);
  }

  private String row() {
    return scenario.text(
        "SELECT CONCAT_WS(' ', a.state, a.version, a.offered_until, a.offers,"
            + " (SELECT COUNT(*) FROM application_step t WHERE t.application_id = a.id),"
            + " (SELECT COUNT(*) FROM seat_line l WHERE l.session_id = a.session_id),"
            + " (SELECT COUNT(*) FROM audit_entry e WHERE e.kind = 'application'"
            + " AND e.record_id = a.id),"
            + " (SELECT COUNT(*) FROM mail_letter m WHERE m.person_id = a.person_id))"
            + " FROM application a WHERE a.id = "
            + offered);
  }

  @Test
  void whoIsNotSignedInTakesTheSeatByTheLinkAndIsToldByLetter() {
    String token = token(first);
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isTrue();
    assertThat(state(offered)).isEqualTo("approved");
    assertThat(letters(first)).isEqualTo("enrolment.letter.offered,enrolment.letter.approved");
    assertThat(trail("application.accepted")).startsWith("nobody").contains("way", "link");
    scenario.as(first, Scenario.MEMBER);
    assertThat(enrolment.find(offered, Language.EN).timeline())
        .extracting(TimelineStep::what)
        .contains("accepted");
  }

  @Test
  void whoLeavesItByTheLinkIsToldAndTheNextIsOfferedIt() {
    String token = token(first);
    assertThat(answers.answer(token, OfferAnswer.DECLINE)).isTrue();
    assertThat(state(offered)).isEqualTo("declined");
    assertThat(state(waits)).isEqualTo("offered");
    assertThat(letters(first)).endsWith("enrolment.letter.offered,enrolment.letter.declined");
    assertThat(trail("application.declined")).startsWith("nobody").contains("way", "link");
    assertThat(shown(token)).isEqualTo(State.LEFT);
    assertThat(shown(token(second))).isEqualTo(State.OPEN);
  }

  @Test
  void theSecondAnswerChangesNothingWhicheverItIs() {
    String token = token(first);
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isTrue();
    String before = row();
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isFalse();
    assertThat(answers.answer(token, OfferAnswer.DECLINE)).isFalse();
    assertThat(row()).isEqualTo(before);
    assertThat(shown(token)).isEqualTo(State.TAKEN);
  }

  @Test
  void whatWasAnsweredElsewhereIsSaid() {
    String token = token(first);
    scenario.as(first, Scenario.MEMBER);
    enrolment.decline(offered);
    scenario.asNobody();
    assertThat(shown(token)).isEqualTo(State.LEFT);
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isFalse();
    assertThat(state(offered)).isEqualTo("declined");
    assertThat(letters(first)).doesNotContain("declined");
  }

  @Test
  void afterItsEndTheOfferIsNobodysToAnswer() {
    String token = token(first);
    MovableClock.pass(Duration.ofHours(49));
    assertThat(shown(token)).isEqualTo(State.ENDED);
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isFalse();
    assertThat(state(offered)).as("time did, and the book keeps that").isEqualTo("lapsed");
    assertThat(state(waits)).isEqualTo("offered");
    assertThat(shown(token)).isEqualTo(State.ENDED);
  }

  @Test
  void theLinkOfAnEarlierOfferAnswersNoLaterOne() {
    String early = token(first);
    scenario.as(first, Scenario.MEMBER);
    enrolment.withdraw(offered);
    scenario.asNobody();
    assertThat(shown(early)).isEqualTo(State.GONE);
    apply(first);
    assertThat(state(offered)).isEqualTo("queued");
    assertThat(shown(early)).isEqualTo(State.AGAIN);
    scenario.as(second, Scenario.MEMBER);
    enrolment.decline(waits);
    scenario.asNobody();
    assertThat(state(offered)).isEqualTo("offered");
    assertThat(shown(early)).isEqualTo(State.SUPERSEDED);
    assertThat(answers.answer(early, OfferAnswer.DECLINE)).isFalse();
    assertThat(state(offered)).isEqualTo("offered");
    assertThat(answers.answer(token(first), OfferAnswer.ACCEPT)).isTrue();
  }

  @Test
  void nobodyMakesALinkUp() throws Exception {
    String token = token(first);
    transaction.begin();
    String consent;
    try {
      consent = links.consent(applications.get(offered), Instant.now().plusSeconds(999));
    } finally {
      transaction.rollback();
    }
    for (String forged :
        new String[] {
          token.replaceFirst("^\\d+", String.valueOf(waits)),
          token.replaceFirst("\\.1\\.", ".2."),
          token.substring(0, token.length() - 1),
          consent,
          "",
          null
        }) {
      assertThatThrownBy(() -> answers.find(forged, Language.EN))
          .as(forged)
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> answers.answer(forged, OfferAnswer.ACCEPT))
          .as(forged)
          .isInstanceOf(NotFound.class);
    }
    assertThat(state(offered)).isEqualTo("offered");
  }

  @Test
  void ofOneWhoIsErasedNothingIsLeftToAnswer() throws Exception {
    String token = token(first);
    transaction.begin();
    enrolments.withdrawAll(first);
    transaction.commit();
    assertThat(shown(token)).isEqualTo(State.GONE);
    assertThat(answers.answer(token, OfferAnswer.ACCEPT)).isFalse();
    assertThat(state(offered)).isEqualTo("withdrawn");
  }
}
