package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

class CourseFilterTest {

  @Test
  void blankValuesDoNotRestrictAndPagesBeginAtOne() {
    CourseFilter filter = new CourseFilter(" ", null, "AP", "", null, -3);
    assertThat(filter.chosen()).containsOnlyKeys("region");
    assertThat(filter.page()).isEqualTo(1);
  }

  @Test
  void droppingOneRestrictionKeepsTheOthersAndStartsAgain() {
    CourseFilter filter = new CourseFilter("HS", "fr", "AP", null, "basic", 4);
    assertThat(filter.without("language"))
        .isEqualTo(new CourseFilter("HS", null, "AP", null, "basic", 1));
  }

  @Test
  void theReadersLanguageComesFirstThenEnglishThenTheUsualOrder() {
    assertThat(choose(Language.FR, "en", "fr")).isEqualTo("fr");
    assertThat(choose(Language.RU, "pt", "en", "fr")).isEqualTo("en");
    assertThat(choose(Language.RU, "pt", "ar", "fr")).isEqualTo("fr");
  }

  @Test
  void codesOfModesAndLevelsAreThoseOfTheContent() {
    assertThat(Mode.of("self-paced")).contains(Mode.SELF_PACED);
    assertThat(Mode.of("SELF_PACED")).isEmpty();
    assertThat(Level.of("manager")).contains(Level.MANAGER);
    assertThat(Level.of(null)).isEmpty();
  }

  private static String choose(Language reader, String... texts) {
    return Fallback.choose(List.of(texts), text -> text, reader).orElseThrow();
  }
}
