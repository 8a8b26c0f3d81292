package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

class CourseFilterTest {

  @Test
  void blankValuesDoNotRestrictAndPagesBeginAtOne() {
    CourseFilter filter = filter(-3, "theme", " ", "region", " AP ", "mode", "");

    assertThat(filter.chosen()).containsExactly(Map.entry("region", "AP"));
    assertThat(filter.value(Facet.REGION)).isEqualTo("AP");
    assertThat(filter.value(Facet.THEME)).isNull();
    assertThat(filter.page()).isEqualTo(1);
    assertThat(filter(20_000).page()).isEqualTo(10_000);
  }

  @Test
  void droppingOneRestrictionKeepsTheOthersAndStartsAgain() {
    CourseFilter filter = filter(4, "theme", "HS", "language", "fr", "sort", "hours");

    assertThat(filter.without("language")).isEqualTo(filter(1, "theme", "HS", "sort", "hours"));
    assertThat(filter.at(9)).isEqualTo(filter(9, "theme", "HS", "language", "fr", "sort", "hours"));
  }

  @Test
  void anAddressSaysAllButThePageAndTheUsualOrder() {
    assertThat(filter(4, "level", "basic", "q", "value", "sort", "next").address())
        .containsExactly(
            Map.entry("q", "value"), Map.entry("level", "basic"), Map.entry("sort", "next"));
    assertThat(filter(4, "level", "basic", "sort", "title").address())
        .containsExactly(Map.entry("level", "basic"));
    assertThat(filter(1, "sort", "nonsense").order()).isEqualTo(CourseOrder.TITLE);
    assertThat(filter(1, "q", "value").words()).isEqualTo("value");
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

  private static CourseFilter filter(int page, String... pairs) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return CourseFilter.of(values::get, page);
  }

  private static String choose(Language reader, String... texts) {
    return Fallback.choose(List.of(texts), text -> text, reader).orElseThrow();
  }
}
