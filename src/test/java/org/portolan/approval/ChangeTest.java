package org.portolan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {
  /** The table once more; a hyphen for nobody. */
  @ParameterizedTest
  @CsvSource({
    "MOTIVATION, coordinator centre",
    "SUPERVISOR, supervisor",
    "DAYS, supervisor coordinator",
    "HOURS, -",
    "PLACE, coordinator donor",
    "MODE, coordinator donor",
    "LANGUAGES, centre",
    "PAYER, coordinator donor"
  })
  void eachChangeConcernsTheseAndNobodyElse(Change change, String concerned) {
    Set<String> expected =
        concerned.equals("-") ? Set.of() : Set.copyOf(Arrays.asList(concerned.split(" ")));
    assertThat(
            EnumSet.allOf(Approver.class).stream()
                .filter(change::concerns)
                .map(Approver::code)
                .collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void aChangeIsReadFromItsCode(Change change) {
    assertThat(Change.of(change.code())).isEqualTo(change);
    // as long as its column
    assertThat(change.code()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void anApplicantChangesTheirWordsAndTheirSupervisorTheCentreAllElse() {
    assertThat(EnumSet.allOf(Change.class).stream().filter(change -> !change.ofSession()))
        .containsExactly(Change.MOTIVATION, Change.SUPERVISOR);
  }
}
