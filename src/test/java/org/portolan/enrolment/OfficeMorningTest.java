package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeMorningTest {
  @ParameterizedTest
  @CsvSource({
    "Africa/Lagos,2027-02-02T05:59:59Z,",
    "Africa/Lagos,2027-02-02T06:00:00Z,2027-02-02",
    "Africa/Lagos,2027-02-02T22:59:59Z,2027-02-02",
    "Africa/Lagos,2027-02-02T23:00:00Z,",
    "Pacific/Auckland,2027-02-01T18:00:00Z,2027-02-02",
    "America/Lima,2027-02-02T11:59:59Z,",
    "America/Lima,2027-02-02T12:00:00Z,2027-02-02",
    ",2027-02-02T05:59:59Z,",
    ",2027-02-02T06:00:00Z,2027-02-02"
  })
  void theDayOfAnOfficeBeginsWhereItIs(String zone, Instant now, LocalDate day) {
    assertThat(new OfficeMorning(zone).day(now).orElse(null)).isEqualTo(day);
  }

  @Test
  void anOfficeOfNoKnownZoneReadsUniversalTime() {
    assertThat(new OfficeMorning(null).where()).isEqualTo(ZoneOffset.UTC);
    assertThat(new OfficeMorning("Africa/Lagos").where()).isEqualTo(ZoneId.of("Africa/Lagos"));
  }
}
