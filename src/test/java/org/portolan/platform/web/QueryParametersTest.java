package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  @Test
  void aValueIsGivenWithoutTheSpaceAroundIt() {
    assertThat(QueryParameters.text(" WCA ")).isEqualTo("WCA");
    assertThat(QueryParameters.text("a".repeat(200))).hasSize(200);
  }

  @Test
  void whatIsMissingOrBlankIsNotGiven() {
    assertThat(QueryParameters.text(null)).isNull();
    assertThat(QueryParameters.text(" \n")).isNull();
  }

  @Test
  void aValueTooLongToMeanAnythingIsCutAndNotDropped() {
    assertThat(QueryParameters.text("a".repeat(201))).isEqualTo("a".repeat(60) + "…");
    assertThat(QueryParameters.text("a".repeat(59) + "\ud83d\ude80".repeat(100)))
        .isEqualTo("a".repeat(59) + "…");
  }

  @Test
  void aLimitIsKeptBetweenOneAndTheMost() {
    assertThat(QueryParameters.limit("0", 50)).isEqualTo(1);
    assertThat(QueryParameters.limit("7", 50)).isEqualTo(7);
    assertThat(QueryParameters.limit("999999999", 50)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "", "1.5", "9999999999", "١٠"})
  void aLimitThatIsNoNumberIsNamed(String value) {
    assertThatThrownBy(() -> QueryParameters.limit(value, 50))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.detail()).startsWith("limit ");
            });
  }

  @Test
  void aDayIsReadAndOneThatIsNoneIsNamed() {
    assertThat(QueryParameters.day("from", "2027-03-08")).isEqualTo(LocalDate.of(2027, 3, 8));
    assertThat(QueryParameters.day("from", " ")).isNull();
    assertThatThrownBy(() -> QueryParameters.day("from", "tomorrow"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.detail()).startsWith("from "));
  }
}
