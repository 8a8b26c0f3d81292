package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestTest {
  @ParameterizedTest
  @CsvSource({
    "a12, true",
    "a, false",
    "12, false",
    "a1234567890123456789, false",
    "b12, false",
    "g10000000-0000-4000-8000-00000000000a, true",
    "g10000000-0000-4000-8000, false"
  })
  void whomAMarkIsAboutIsReadOrNot(String code, boolean read) {
    assertThat(Attendee.of(code).map(Attendee::code).filter(code::equals).isPresent())
        .isEqualTo(read);
  }

  @Test
  void aGuestNeedsANameAndNothingElse() {
    assertThat(Guest.typed("x", " Ada\u202e  ", "", "").problems()).isEmpty();
    assertThat(Guest.typed("x", " Ada\u202e  ", "", "").name()).isEqualTo("Ada");
    assertThat(Guest.typed("x", "\u200b", null, "no address").problems())
        .containsEntry("name", "missing")
        .containsEntry("email", "invalid");
    assertThat(Guest.typed("x", "a".repeat(151), "b".repeat(151), "").problems())
        .containsEntry("name", "long")
        .containsEntry("administration", "long");
  }
}
