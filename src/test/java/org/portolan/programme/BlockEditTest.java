package org.portolan.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BlockEditTest {
  @Test
  void daysAreBlockedForAReasonInOrderAndWithAName() {
    LocalDate day = LocalDate.parse("2027-08-02");
    assertThat(new BlockEdit("closure", day, day, "  Works in\n the hall ").problems()).isEmpty();
    assertThat(new BlockEdit("closure", day, day, " Works in\n the hall ").words())
        .isEqualTo("Works in the hall");
    assertThat(new BlockEdit("holiday", day, day, "x").problems()).containsOnlyKeys("kind");
    assertThat(new BlockEdit("intake", null, null, "x").problems())
        .containsOnlyKeys("firstDay", "lastDay");
    assertThat(new BlockEdit("intake", day, day.minusDays(1), "x").problems())
        .containsOnlyKeys("lastDay");
    assertThat(new BlockEdit("intake", day, day.plusDays(366), "x").problems())
        .containsOnlyKeys("lastDay");
    assertThat(new BlockEdit("intake", day, day, "x".repeat(201)).problems())
        .containsOnlyKeys("words");
    assertThat(new BlockEdit("intake", day, LocalDate.of(9999, 1, 1), "x").problems())
        .containsOnlyKeys("lastDay");
  }
}
