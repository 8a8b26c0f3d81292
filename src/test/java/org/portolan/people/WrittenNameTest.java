package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTest {

  @ParameterizedTest
  @CsvSource({
    "Amélie Dupont, DUPONT Amelie",
    "Иван Петров, Petrov Ivan",
    "José  Ñandú, nandu jose",
    "Marie-Claire N’Diaye, Ndiaye Marie Claire"
  })
  void orderScriptAndAccentsMakeNoOtherName(String one, String other) {
    assertThat(WrittenName.of(one).sameWords(WrittenName.of(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "محمد حسن, Mohamed Hassan",
    "Mohammed Hasan, Mohamed Hassan",
    "Yousef Mansour, Yusuf Mansur",
    "خالد الحسيني, Khaled Al-Husseini"
  })
  void namesOfWhichVowelsAreWrittenInManyWaysSoundAlike(String one, String other) {
    assertThat(WrittenName.of(one).soundsAlike(WrittenName.of(other)))
        .as(WrittenName.of(one) + " " + WrittenName.of(other))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Anna Berg, Anna Borg-Dahl", "Li Wu, La Wo", "Ivan Petrov, Ivan Popov"})
  void otherPeopleHaveOtherNames(String one, String other) {
    assertThat(WrittenName.of(one).sameWords(WrittenName.of(other))).isFalse();
    assertThat(WrittenName.of(one).soundsAlike(WrittenName.of(other))).isFalse();
  }

  @Test
  void theSureReasonIsNamedBeforeTheVague() {
    EmailAddress own = new EmailAddress("ivan.petrov@customs.example");
    WrittenName name = WrittenName.of("Ivan Petrov");
    assertThat(Likeness.between(name, own, name, own)).contains(Likeness.ADDRESS);
    assertThat(Likeness.between(name, own, name, new EmailAddress("x@y.example")))
        .contains(Likeness.NAME);
    assertThat(
            Likeness.between(
                name,
                own,
                WrittenName.of("Somebody Else"),
                new EmailAddress("ivanpetrov+work@gov.example")))
        .contains(Likeness.MAILBOX);
    assertThat(
            Likeness.between(
                name, own, WrittenName.of("Anna Berg"), new EmailAddress("anna@gov.example")))
        .isEmpty();
  }
}
