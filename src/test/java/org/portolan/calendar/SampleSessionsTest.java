package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo world says of its sessions twice is the same. */
class SampleSessionsTest {
  private static final LocalDate ANY = LocalDate.of(2027, 3, 8);

  @Test
  void slotsLieWithinTheDaysAndHoursOfTheirSession() throws IOException {
    List<NamedCsvRecord> inSlots;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Path.of("content/sample/sessions.csv"))) {
      inSlots = rows.stream().filter(row -> !row.getField("slots").isEmpty()).toList();
    }
    assertThat(inSlots).hasSizeBetween(2, 5);
    for (NamedCsvRecord row : inSlots) {
      Slots slots = Slots.readNumbered(row.getField("slots")).orElseThrow().beginning(ANY);
      assertThat(slots.problem()).as(row.getField("code")).isNull();
      assertThat(slots.plain()).as(row.getField("code")).isFalse();
      assertThat(ChronoUnit.DAYS.between(slots.firstDay(), slots.lastDay()) + 1)
          .as(row.getField("code"))
          .isEqualTo(Long.parseLong(row.getField("days")));
      assertThat(slots.start()).isEqualTo(LocalTime.parse(row.getField("start")));
      assertThat(slots.end()).isEqualTo(LocalTime.parse(row.getField("end")));
    }
  }
}
