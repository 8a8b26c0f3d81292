package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ContentionTest {
  @Test
  void aDeadlockAndAWaitThatWasTooLongAreToldApart() {
    assertThat(Contention.of(wrapped("40001", 1213))).isEqualTo(Contention.GIVEN_UP);
    assertThat(Contention.of(wrapped("40001", 1020))).isEqualTo(Contention.GIVEN_UP);
    assertThat(Contention.of(wrapped("40001", 1205))).isEqualTo(Contention.TOO_LONG);
    assertThat(Contention.of(wrapped("HY000", 1205))).isEqualTo(Contention.TOO_LONG);
  }

  @Test
  void anythingElseIsNone() {
    assertThat(Contention.of(wrapped("23000", 1062))).isEqualTo(Contention.NONE);
    assertThat(Contention.of(new IllegalStateException("no"))).isEqualTo(Contention.NONE);
  }

  private static RuntimeException wrapped(String state, int code) {
    return new IllegalStateException(
        new IllegalArgumentException(new SQLException("refused", state, code)));
  }
}
