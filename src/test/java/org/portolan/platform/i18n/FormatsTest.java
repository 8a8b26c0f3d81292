package org.portolan.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  @ParameterizedTest
  @CsvSource({"EN,'1,234'", "ES,1.234", "AR,'1,234'", "PT,1.234"})
  void aNumberHasTheDigitsOfTextsAndDates(Language reader, String written) {
    assertThat(Formats.number(1234, reader)).isEqualTo(written);
    assertThat(Formats.number(91, reader)).isEqualTo("91");
  }
}
