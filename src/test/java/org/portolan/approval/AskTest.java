package org.portolan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Ask.Urgency;

class AskTest {
  private static final Instant NOW = Instant.parse("2027-02-02T10:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(60));

  private static Ask asked(int days) {
    return Ask.of(new Step(Approver.CENTRE, days), NOW, START);
  }

  @Test
  void anAnswerIsDueAfterTheDaysOfTheStep() {
    assertThat(asked(20).due()).isEqualTo(NOW.plus(Duration.ofDays(20)));
    assertThat(asked(20).urgency()).isEqualTo(Urgency.ASKED);
  }

  @Test
  void whereTheSessionBeginsBeforeOthersHaveTheLastQuarterOfTheTime() {
    assertThat(asked(90).due()).isEqualTo(NOW.plus(Duration.ofDays(45)));
    assertThat(asked(60).due()).isEqualTo(NOW.plus(Duration.ofDays(45)));
    assertThat(asked(59).due()).isEqualTo(NOW.plus(Duration.ofDays(59)));
  }

  @Test
  void theReminderComesThreeDaysBeforeOrInTheLastQuarter() {
    assertThat(asked(20).nudge()).isEqualTo(NOW.plus(Duration.ofDays(17)));
    assertThat(asked(4).nudge()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(asked(12).nudge()).isEqualTo(NOW.plus(Duration.ofDays(9)));
  }

  @Test
  void afterTheReminderComesTheDayAndThenNothing() {
    Ask reminded = asked(20).reminded();
    assertThat(reminded.urgency()).isEqualTo(Urgency.REMINDED);
    assertThat(reminded.nudge()).isEqualTo(reminded.due()).isEqualTo(asked(20).due());
    assertThat(reminded.escalated())
        .isEqualTo(new Ask(Approver.CENTRE, Urgency.ESCALATED, asked(20).due(), null));
  }

  @Test
  void anotherDayChangesNothingOfItsUrgency() {
    Ask asked = asked(20);
    assertThat(asked.as(Urgency.ASKED)).isEqualTo(asked);
    assertThat(asked.as(Urgency.REMINDED)).isEqualTo(asked.reminded());
    assertThat(asked.as(Urgency.ESCALATED)).isEqualTo(asked.escalated());
  }

  @Test
  void itIsRipeFromItsMomentOn() {
    Ask asked = asked(20);
    assertThat(asked.ripe(asked.nudge().minusNanos(1))).isFalse();
    assertThat(asked.ripe(asked.nudge())).isTrue();
    assertThat(asked.escalated().ripe(START)).isFalse();
  }

  @Test
  void whatNeedsNoAnswerAfterAMomentIsLookedAtThen() {
    Ask asked = asked(20).escalated(START);
    assertThat(asked.urgency()).isEqualTo(Urgency.ESCALATED);
    assertThat(asked.ripe(START.minusNanos(1))).isFalse();
    assertThat(asked.ripe(START)).isTrue();
  }

  @Test
  void onlyTheSilenceOfADonorAgrees() {
    Ask donor = Ask.of(new Step(Approver.DONOR, 5), NOW, START);
    assertThat(donor.agreed(donor.due().minusNanos(1))).isFalse();
    assertThat(donor.agreed(donor.due())).isTrue();
    assertThat(asked(5).agreed(START)).isFalse();
  }

  @Test
  void urgenciesHaveCodes() {
    for (Urgency urgency : Urgency.values()) {
      assertThat(Urgency.of(urgency.code())).isEqualTo(urgency);
    }
  }

  @Test
  void oneStandsAfterAnotherInTheOrderOfTheChain() {
    Ask centre = ask(Approver.CENTRE);
    assertThat(centre.after(Optional.of(ask(Approver.COORDINATOR)))).isTrue();
    assertThat(centre.after(Optional.of(ask(Approver.CENTRE)))).isFalse();
    assertThat(centre.after(Optional.of(ask(Approver.DONOR)))).isFalse();
    assertThat(centre.after(Optional.empty())).isFalse();
  }

  private static Ask ask(Approver approver) {
    return new Ask(approver, Ask.Urgency.ASKED, Instant.EPOCH, null);
  }
}
