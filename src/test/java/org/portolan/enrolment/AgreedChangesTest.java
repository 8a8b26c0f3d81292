package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Answers.Said;
import org.portolan.enrolment.ChangeLog.Entry;
import org.portolan.enrolment.ChangeLog.Past;
import org.portolan.seat.ApplicationState;

/** What is no longer as somebody agreed to it: only what changed since, of this application. */
class AgreedChangesTest {
  private static final long APPLICATION = 9;
  private static final long APPLICANT = 7;
  private static final Chain CHAIN = Chain.of(Approver.COORDINATOR, Approver.CENTRE);

  private static Entry entry(long number, Long application, Change what, String to, long after) {
    return new Entry(number, application, new Difference(what, "old", to), after, NOW);
  }

  /** Handed in by the third step, agreed to by the fourth. */
  private static Past past(Entry... entries) {
    return new Past(
        List.of(entries),
        Map.of(
            APPLICATION,
            List.of(
                new Said(3, ApplicationState.WAITING, APPLICANT, null, null),
                new Said(4, ApplicationState.WAITING, 5L, Approver.COORDINATOR, "agreed"))));
  }

  private static List<Difference> differences(Past past, Approver approver) {
    return AgreedChanges.differences(past, APPLICATION, APPLICANT, CHAIN, approver);
  }

  @Test
  void whatChangedSinceTheStepCountsFromTheStepOn() {
    Past past =
        past(
            entry(1, null, Change.DAYS, "early", 3),
            entry(2, null, Change.PLACE, "Hall", 4),
            entry(3, null, Change.HOURS, "noon", 5));
    assertThat(differences(past, Approver.COORDINATOR))
        .as("hours concern nobody")
        .containsExactly(new Difference(Change.PLACE, "old", "Hall"));
  }

  @Test
  void whoHasNotAgreedHasNothingToCompare() {
    Past past = past(entry(2, null, Change.LANGUAGES, "fr", 4));
    assertThat(differences(past, Approver.CENTRE)).isEmpty();
    assertThat(AgreedChanges.agreed(past, APPLICATION, APPLICANT, CHAIN))
        .isEqualTo(Map.of(Approver.COORDINATOR, 4L));
    assertThat(AgreedChanges.agreed(past, 8, APPLICANT, CHAIN)).as("no steps at all").isEmpty();
  }

  @Test
  void aChangeOfAnotherApplicationIsNoneOfThis() {
    Entry own = entry(1, APPLICATION, Change.MOTIVATION, "mine", 4);
    Entry another = entry(2, 8L, Change.MOTIVATION, "yours", 4);
    Entry session = entry(3, null, Change.DAYS, "later", 4);
    assertThat(past(own, another, session).of(APPLICATION)).containsExactly(own, session);
    assertThat(differences(past(own, another), Approver.COORDINATOR))
        .containsExactly(new Difference(Change.MOTIVATION, "old", "mine"));
  }
}
