package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;

class DiscretionTest {
  private static final Difference WHY = new Difference(Change.MOTIVATION, "One", "Two");
  private static final Difference DAYS = new Difference(Change.DAYS, "a/b", "c/d");
  private static final Difference SUPERVISOR =
      new Difference(Change.SUPERVISOR, "Al <x> Bo <al@x.org>", "Bo <bo@x.org>");
  private static final List<Difference> ALL = List.of(WHY, SUPERVISOR, DAYS);

  @Test
  void thoseAtHomeReadAll() {
    assertThat(new Discretion(true, true).of(ALL)).isEqualTo(ALL);
  }

  @Test
  void othersReadTheNameOnly() {
    assertThat(new Discretion(false, true).of(ALL))
        .containsExactly(WHY, new Difference(Change.SUPERVISOR, "Al <x> Bo", "Bo"), DAYS);
  }

  @Test
  void whoDoesNotJudgeByItReadsNoEarlierMotivation() {
    AskedAgain again = new Discretion(true, false).of(new AskedAgain(Approver.DONOR, 4, ALL));
    assertThat(again).isEqualTo(new AskedAgain(Approver.DONOR, 4, List.of(SUPERVISOR, DAYS)));
  }
}
