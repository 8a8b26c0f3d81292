package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.portolan.enrolment.EnrolmentRefused.Kind;
import org.portolan.seat.ApplicationState;

class StatementTest {
  @Test
  void twoThousandCharactersAreKeptAndNoMore() {
    String longest = "x".repeat(2000);
    assertThat(Statement.refusal(longest).text()).isEqualTo(longest);
    assertThat(
            catchThrowableOfType(EnrolmentRefused.class, () -> Statement.remark(longest + "x"))
                .kind())
        .isEqualTo(Kind.TOO_LONG);
  }

  @Test
  void aLineEndCountsOnce() {
    assertThat(Statement.motivation("x".repeat(1000) + "\r\n" + "y".repeat(999)).text())
        .hasSize(2000);
  }

  @Test
  void statesAreSpeltAsTheTableHasThem() {
    ApplicationStateConverter states = new ApplicationStateConverter();
    assertThat(states.convertToDatabaseColumn(ApplicationState.QUEUED)).isEqualTo("queued");
    assertThat(states.convertToEntityAttribute("queued")).isEqualTo(ApplicationState.QUEUED);
    assertThat(states.convertToDatabaseColumn(null)).isNull();
    assertThat(states.convertToEntityAttribute(null)).isNull();
  }
}
