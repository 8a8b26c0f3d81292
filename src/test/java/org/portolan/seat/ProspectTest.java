package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody can be told before they apply. */
class ProspectTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Group XS = Group.of("member:XS");
  private static final Groups MINE = Groups.of("member:XS");

  private static Prospect prospect(
      int queue, int queued, int taken, String byGroup, Hold... holds) {
    SeatRules rules =
        new SeatRules(
            4,
            0,
            queue,
            Duration.ZERO,
            Duration.ZERO,
            START,
            true,
            List.of(new Quota(XS, 2)),
            List.of(holds));
    return Tally.kept(rules.text(), 1, queued, taken, byGroup, null).prospect(MINE);
  }

  @Test
  void whereASeatIsLeftNothingStandsInTheWay() {
    Prospect prospect = prospect(0, 0, 1, "member:XS:1");
    assertThat(prospect.hindrance()).isEmpty();
    assertThat(prospect.refusal()).isEmpty();
    assertThat(prospect.waits()).isFalse();
  }

  @Test
  void aQuotaThatIsUsedUpIsNamedWithItsNumberWhetherOneMayWaitOrNot() {
    Hindrance quota = new Hindrance(Hindrance.Kind.QUOTA, XS, 2);
    Prospect waits = prospect(3, 2, 2, "member:XS:2");
    assertThat(waits.hindrance()).contains(quota);
    assertThat(waits.queued()).isEqualTo(2);
    assertThat(waits.waits()).isTrue();

    Prospect refused = prospect(0, 0, 2, "member:XS:2");
    assertThat(refused.hindrance()).contains(quota);
    assertThat(refused.refusal()).contains(SeatRefused.Kind.QUOTA_FULL);
    assertThat(refused.waits()).isFalse();
  }

  @Test
  void seatsThatAreHeldForOthersAreTooAndAListThatIsFull() {
    Hold hold = new Hold(Group.of("member:XN"), 2, START);
    assertThat(prospect(0, 0, 2, "", hold).hindrance())
        .contains(new Hindrance(Hindrance.Kind.HELD, hold.group(), 2));
    assertThat(prospect(0, 0, 2, "", hold).refusal()).contains(SeatRefused.Kind.SEATS_HELD);
    assertThat(prospect(3, 3, 2, "", hold).refusal()).contains(SeatRefused.Kind.QUEUE_FULL);
    assertThat(prospect(0, 0, 4, "").refusal()).contains(SeatRefused.Kind.SESSION_FULL);
  }

  @Test
  void programsReadTheGroupAndTheNumberToo() {
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.QUOTA, XS, 2)).detail())
        .isEqualTo("At most 2 for member:XS");
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.HELD, XS, 3)).detail())
        .isEqualTo("Held are 3 for member:XS");
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.FULL, null, 4)).detail()).isNull();
  }
}
