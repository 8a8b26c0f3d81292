package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void thoseTickedStandInOneOrderOnEveryNode() {
    assertThat(new Selection(new LinkedHashSet<>(List.of(90L, 7L, 300L, 8L)), null).toString())
        .contains("[7, 8, 90, 300]");
  }
}
