package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

class NearestTitleTest {
  @Test
  void isApartFromItsLanguage() {
    assertThat(NearestTitle.read("fr Le classement tarifaire", "DEMO-1", Language.EN))
        .isEqualTo(new NearestTitle("Le classement tarifaire", "fr"));
  }

  @Test
  void isTheCodeForWhoReadsACourseWithoutAnyText() {
    assertThat(NearestTitle.read(null, "DEMO-1", Language.AR))
        .isEqualTo(new NearestTitle("DEMO-1", "ar"));
  }
}
