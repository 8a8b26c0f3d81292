package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeatLedgerTest {
  private static final SeatMove TAKEN_BY_7 = new SeatMove(7, SeatChange.TAKEN);
  private static final SeatMove RELEASED_BY_7 = new SeatMove(7, SeatChange.RELEASED);
  private static final SeatMove TAKEN_BY_8 = new SeatMove(8, SeatChange.TAKEN);

  @Test
  void tellsWhoHoldsASeat() {
    SeatLedger ledger = SeatLedger.replay(1, List.of(TAKEN_BY_7, RELEASED_BY_7, TAKEN_BY_8));
    assertThat(ledger.holders()).containsExactly(8L);
    assertThat(ledger.taken()).isEqualTo(1);
  }

  @Test
  void refusesALedgerThatCannotBe() {
    for (List<SeatMove> moves :
        List.of(
            List.of(TAKEN_BY_7, TAKEN_BY_8),
            List.of(TAKEN_BY_7, TAKEN_BY_7),
            List.of(RELEASED_BY_7))) {
      assertThatIllegalStateException().isThrownBy(() -> SeatLedger.replay(1, moves));
    }
  }
}
