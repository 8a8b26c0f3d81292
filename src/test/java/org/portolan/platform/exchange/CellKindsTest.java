package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with a cell, in the words that help. */
class CellKindsTest {
  @Test
  void aDayInWordsIsNoDayAndNotTooLong() {
    SheetColumn day = SheetColumn.of("first_day", SheetColumn.Kind.DAY, 10);
    for (String cell :
        new String[] {"13 septembre 2027", "2027-10-02T00:00", "2027-02-30", "soon"}) {
      assertThat(CellKinds.problem(day, cell)).as(cell).isEqualTo("day");
    }
    assertThat(CellKinds.problem(day, "2027-10-02")).isNull();
    SheetColumn time = SheetColumn.of("start", SheetColumn.Kind.TIME, 5);
    assertThat(CellKinds.problem(time, "half past nine")).isEqualTo("time");
    assertThat(CellKinds.problem(SheetColumn.text("room", 5), "Room 12")).isEqualTo("long");
  }
}
