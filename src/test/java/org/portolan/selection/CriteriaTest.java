package org.portolan.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void theirTextSaysAllOfThem() {
    Criteria criteria = Criteria.read("years:2 profile:9").orElseThrow();
    assertThat(criteria.text()).isEqualTo("profile:9 years:2");
    assertThat(criteria.weight(Criterion.YEARS)).isEqualTo(2);
    assertThat(criteria.counts(Criterion.YEARS)).isTrue();
    assertThat(criteria.counts(Criterion.HOME)).isFalse();
    assertThat(criteria.isNone()).isFalse();
    assertThat(criteria.most()).isEqualTo(11_000);
    assertThat(Criteria.read("none")).contains(Criteria.NONE);
    assertThat(Criteria.NONE.text()).isEqualTo("none");
    assertThat(Criteria.NONE.isNone()).isTrue();
    assertThat(new Criteria(Map.of(Criterion.HOME, 0))).isEqualTo(Criteria.NONE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "profile", "profile:0", "profile:10", "luck:1", "years:1 years:2"})
  void whatIsNoneIsNone(String text) {
    assertThat(Criteria.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10})
  void aWeightIsFromNoughtToNine(int weight) {
    assertThatThrownBy(() -> new Criteria(Map.of(Criterion.HOME, weight)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02,0",
    "2027-01-01,0",
    "2026-09-30,16",
    "2024-05-02,500",
    "2021-11-02,1000",
    "1999-01-01,1000",
    ",0"
  })
  void yearsCountUpToFive(LocalDate since, int points) {
    assertThat(Points.years(since, DAY)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,166", "3,500", "6,1000", "7,1000", "-1,0"})
  void aLanguageCountsByItsLevel(int level, int points) {
    assertThat(Points.language(level)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1000", "2,500", "4,250"})
  void theOrderOfTheAdministrationCounts(int rank, int points) {
    assertThat(Points.home(rank)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0,0,500", "1,0,666", "1,1,333", "8,0,900", "8,8,100"})
  void whoCameBeforeCounts(int held, int missed, int points) {
    assertThat(Points.attendance(held, missed)).isEqualTo(points);
  }

  @Test
  void aCourseFitsAJobByWhatItGivesAndTheOfficerLacks() {
    Map<String, Integer> gives = Map.of("VAL", 3, "ORI", 2);
    assertThat(Points.profile(Map.of(), Map.of("VAL", 3), Map.of())).isEqualTo(500);
    assertThat(Points.profile(gives, Map.of(), Map.of())).isZero();
    assertThat(Points.profile(gives, Map.of("VAL", 2), Map.of())).isEqualTo(500);
    assertThat(Points.profile(gives, Map.of("VAL", 2, "ORI", 2), Map.of("ORI", 1))).isEqualTo(1000);
    // the job asks for no more than they have
    assertThat(Points.profile(gives, Map.of("VAL", 2), Map.of("VAL", 2))).isZero();
    // the course leads no further than they are
    assertThat(Points.profile(gives, Map.of("VAL", 4), Map.of("VAL", 3))).isZero();
    assertThat(Points.profile(gives, Map.of("VAL", 4), Map.of("VAL", 2))).isEqualTo(500);
  }
}
