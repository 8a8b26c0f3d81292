package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.seat.ApplicationState;

@ArquillianTest
class SessionMessagesIT {
  private static final MessageText TEXT =
      new MessageText("Rooms", "Bring <script>alert(1)</script> & a badge.");
  private static final Selection ADMITTED = new Selection(Set.of(), null);

  @Inject private SessionMessages messages;
  @Inject private EnrolmentService enrolment;
  @Inject private Scenario scenario;

  @AfterEach
  void leave() {
    scenario.asNobody();
  }

  @Test
  void allWhoHaveASeatGetALetterInTheirLanguage() {
    long session = scenario.session(4, Chain.NONE);
    long first = seated(session);
    long second = seated(session);
    scenario.sql("UPDATE person SET language = 'ar' WHERE id = " + second);
    scenario.asCentre();

    assertThat(messages.send(session, ADMITTED, TEXT)).isEqualTo(2);

    assertThat(letter(first, "subject")).startsWith("Rooms – ");
    assertThat(letter(first, "body_html"))
        .contains("Bring &lt;script&gt;alert(1)&lt;/script&gt; &amp; a badge.")
        .contains("dir=\"ltr\"", "writes to you");
    assertThat(letter(second, "body_html")).contains("dir=\"rtl\"", "a badge.");
    List<SentMessage> sent = messages.sent(session, Language.EN);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).receivers()).isEqualTo(2);
    assertThat(sent.get(0).body()).isEqualTo(TEXT.body());
    String entry =
        scenario.text(
            "SELECT changes FROM audit_entry WHERE action = 'roster.message-sent' AND record_id = '"
                + session
                + "' ORDER BY id DESC LIMIT 1");
    assertThat(entry).contains("receivers", "2").doesNotContain("badge", "Rooms");
  }

  @Test
  void onlyThoseTickedAndInTheStateAreMeant() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long waiting = scenario.officer(Scenario.MEMBER);
    scenario.as(waiting, Scenario.MEMBER);
    long application = enrolment.apply(session, "I need it.").id();
    scenario.asCentre();

    assertThatThrownBy(() -> messages.send(session, ADMITTED, TEXT))
        .isInstanceOfSatisfying(
            MessageRefused.class,
            e -> assertThat(e.reason()).isEqualTo(MessageRefused.Reason.NOBODY));
    assertThat(
            messages.receivers(
                session, new Selection(Set.of(), ApplicationState.WAITING), Language.EN))
        .hasSize(1);
    assertThat(messages.send(session, new Selection(Set.of(application), null), TEXT)).isOne();
    assertThatThrownBy(
            () -> messages.send(session, new Selection(Set.of(application + 999_999), null), TEXT))
        .isInstanceOf(MessageRefused.class);
  }

  @Test
  void fiveADayAreEnough() {
    long session = scenario.session(2, Chain.NONE);
    seated(session);
    scenario.asCentre();
    for (int i = 0; i < SessionMessages.MOST; i++) {
      messages.send(session, ADMITTED, TEXT);
    }
    assertThatThrownBy(() -> messages.send(session, ADMITTED, TEXT))
        .isInstanceOfSatisfying(
            MessageRefused.class,
            e -> assertThat(e.reason()).isEqualTo(MessageRefused.Reason.TOO_OFTEN));
    scenario.sql("UPDATE session_message SET sent_at = '2020-01-01' WHERE session_id = " + session);
    assertThat(messages.send(session, ADMITTED, TEXT)).isOne();
  }

  @Test
  void nobodyButTheCentreWritesOrReads() {
    long session = scenario.session(2, Chain.NONE);
    long officer = seated(session);
    List<Runnable> others = new ArrayList<>();
    others.add(() -> scenario.as(officer, Scenario.MEMBER));
    others.add(() -> scenario.asCoordinator(Scenario.MEMBER));
    for (Runnable as : others) {
      as.run();
      assertThatThrownBy(() -> messages.send(session, ADMITTED, TEXT))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> messages.sent(session, Language.EN)).isInstanceOf(NotAllowed.class);
    }
  }

  private long seated(long session) {
    long officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    enrolment.apply(session, "I need it.");
    return officer;
  }

  private String letter(long person, String column) {
    return scenario.text(
        "SELECT "
            + column
            + " FROM mail_letter WHERE kind = 'roster.letter.message' AND person_id = "
            + person);
  }
}
