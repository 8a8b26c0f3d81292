package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

class TravelToldTest {
  private static final LocalDate LAST = LocalDate.parse("2027-03-10");

  @Test
  void whatIsToldComesBackFromWhatIsSealed() {
    TravelTold told =
        new TravelTold(
            Map.of(
                TravelField.PASSPORT_NAME, " أدا \"LOVELACE\"\n",
                TravelField.DIET, "  ",
                TravelField.EXPIRES_ON, "2030-01-01"));
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                TravelField.PASSPORT_NAME, "أدا \"LOVELACE\"",
                TravelField.EXPIRES_ON, "2030-01-01"));
    assertThat(TravelTold.of(told.bytes())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "EXPIRES_ON,2027-03-10,none",
        "EXPIRES_ON,2027-03-09,expired",
        "EXPIRES_ON,2027-02-30,day",
        "EXPIRES_ON,10.3.2027,day",
        "EXPIRES_ON,9999-01-01,day",
        "ISSUED_ON,2001-01-01,none",
        "ISSUED_ON,1899-12-31,day",
        "PASSPORT_NUMBER,X 12/34-56,none",
        "PASSPORT_NUMBER,X;12,number",
        "PASSPORT_NUMBER,123456789012345678901,long",
        "DIET,'',none"
      })
  void whatCannotBeRightIsSeen(TravelField field, String typed, String problem) {
    assertThat(field.problem(typed, LAST).orElse(null)).isEqualTo(problem);
  }

  @Test
  void everythingAskedFitsIntoItsRow() {
    assertThat(TravelField.write(EnumSet.allOf(TravelField.class)).length()).isLessThan(200);
    assertThat(
            TravelField.read(TravelField.write(EnumSet.of(TravelField.DIET, TravelField.ACCESS))))
        .containsExactly(TravelField.DIET, TravelField.ACCESS);
    Map<TravelField, String> longest = new EnumMap<>(TravelField.class);
    for (TravelField field : TravelField.values()) {
      longest.put(field, "я".repeat(field.longest()));
    }
    assertThat(new TravelTold(longest).bytes().length).isLessThan(7900);
  }

  @Test
  void everyFieldAndProblemHasItsWords() {
    for (Language language : Language.values()) {
      for (TravelField field : TravelField.values()) {
        assertThat(Texts.text(language, "roster.travel.field." + field.code())).isNotBlank();
      }
      for (String problem : new String[] {"long", "number", "day", "expired"}) {
        assertThat(Texts.text(language, "roster.travel.problem." + problem)).isNotBlank();
      }
    }
  }
}
