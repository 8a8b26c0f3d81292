package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {
  @Test
  void theFirstTenthAndHundredthAreToldAndThoseBetweenAreNot() {
    assertThat(IntStream.rangeClosed(1, 5_000).filter(FailedSignIns::told))
        .containsExactly(1, 10, 100, 1_000);
  }
}
