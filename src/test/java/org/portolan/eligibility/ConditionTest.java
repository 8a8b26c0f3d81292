package org.portolan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "competency:origin:2",
        "competency:origin:1",
        "competency:origin:4",
        "course:DEMO-HS-101:",
        "course:DEMO-HS-101:24",
        "course:DEMO-HS-101:1",
        "course:DEMO-HS-101:600",
        "in-post::12",
        "speaks:fr:B2",
        "speaks:ar:A1",
        "speaks:ar:C2",
        "job:auditor,investigator:",
        "member:XN,XS:",
        "region:ESA,WCA:",
        "no-overlap::",
        "per-year::1",
        "per-year::50"
      })
  void whatIsWrittenIsReadBack(String text) {
    Condition condition = Condition.of(text);
    assertThat(condition.text()).isEqualTo(text);
    assertThat(condition.kind().code()).isEqualTo(text.substring(0, text.indexOf(':')));
  }

  @Test
  void eachKindMakesItsCondition() {
    assertThat(Condition.of("competency:origin:2")).isEqualTo(new HasCompetency("origin", 2));
    assertThat(Condition.of("course:HS:")).isEqualTo(new CompletedCourse("HS", 0));
    assertThat(Condition.of("course:HS:6")).isEqualTo(new CompletedCourse("HS", 6));
    assertThat(Condition.of("in-post::12")).isEqualTo(new InPostSince(12));
    assertThat(Condition.of("speaks:fr:B1")).isEqualTo(new Speaks("fr", LanguageLevel.B1));
    assertThat(Condition.of("no-overlap::")).isEqualTo(new NoOverlap());
    assertThat(Condition.of("per-year::3")).isEqualTo(new NotMoreThan(3));
  }

  @Test
  void aListIsInOrderAndHasEachCodeOnce() {
    assertThat(Condition.of("member:XS,XN,XS:").text()).isEqualTo("member:XN,XS:");
    assertThat(Condition.of("member:XS,XN:").codes()).containsExactly("XN", "XS");
    assertThat(Condition.of("no-overlap::").codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', KIND",
    "no-overlap, KIND",
    "no-overlap:::, KIND",
    "wealth:much:3, KIND",
    "competency:origin:0, MUCH",
    "competency:origin:5, MUCH",
    "competency:origin:, MUCH",
    "competency:origin:two, MUCH",
    "competency:origin:-1, MUCH",
    "competency:origin:11111, MUCH",
    "competency::2, WHICH",
    "competency:a b:2, WHICH",
    "'competency:a,b:2', WHICH",
    "course:HS:0, MUCH",
    "course:HS:601, MUCH",
    "course::, WHICH",
    "in-post::0, MUCH",
    "in-post::601, MUCH",
    "speaks:fr:D1, MUCH",
    "speaks::B1, WHICH",
    "per-year::51, MUCH",
    "per-year::0, MUCH",
    "job::, WHICH",
    "'member:XS,:', WHICH",
    "'region:,WCA:', WHICH"
  })
  void whatCannotBeIsRefusedByItsPart(String text, InvalidCondition.Part part) {
    assertThatThrownBy(() -> Condition.of(text))
        .isInstanceOfSatisfying(InvalidCondition.class, e -> assertThat(e.part()).isEqualTo(part));
  }

  @Test
  void thirtyCodesAreAListAndMoreAreTooMany() {
    assertThat(Condition.of("member:" + codes(30) + ":").codes()).hasSize(30);
    assertThatThrownBy(() -> Condition.of("member:" + codes(31) + ":"))
        .isInstanceOfSatisfying(
            InvalidCondition.class,
            e -> assertThat(e.part()).isEqualTo(InvalidCondition.Part.WHICH));
  }

  @Test
  void aCodeHasFortyCharactersAtMost() {
    assertThat(Condition.of("course:" + "A".repeat(40) + ":").codes()).hasSize(1);
    assertThatThrownBy(() -> Condition.of("course:" + "A".repeat(41) + ":"))
        .isInstanceOf(InvalidCondition.class);
  }

  @Test
  void remediesAndFlawsHaveTheirWords() {
    assertThat(Remedy.Kind.SAY_SINCE.code()).isEqualTo("say-since");
    assertThat(Flaw.Kind.CIRCLE.code()).isEqualTo("circle");
  }

  private static String codes(int many) {
    return IntStream.range(0, many).mapToObj(i -> "X" + i).collect(Collectors.joining(","));
  }
}
