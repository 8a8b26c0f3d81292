package org.portolan.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.CoursePage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Choice;

class CatalogueListsTest {
  private static final CourseFilter ALL = CourseFilter.everything();

  private final CatalogueLists lists = new CatalogueLists();

  @Test
  void whatWasMadeAMomentAgoIsNotMadeAgain() {
    CatalogueList first = lists.get(ALL, Language.EN, 0, () -> list("a"));
    assertThat(lists.get(ALL, Language.EN, 0, () -> list("b"))).isSameAs(first);
  }

  @Test
  void aWriteShowsAtOnce() {
    lists.get(ALL, Language.EN, 0, () -> list("a"));
    assertThat(lists.get(ALL, Language.EN, 1, () -> list("b"))).isEqualTo(list("b"));
  }

  @Test
  void everyLanguageAndEveryFilterHasItsOwn() {
    lists.get(ALL, Language.EN, 0, () -> list("a"));
    assertThat(lists.get(ALL, Language.AR, 0, () -> list("b"))).isEqualTo(list("b"));
    assertThat(lists.get(ALL.at(2), Language.EN, 0, () -> list("c"))).isEqualTo(list("c"));
  }

  @Test
  void whereNothingChangedTheObjectStaysTheSame() {
    CatalogueList first = lists.get(ALL, Language.EN, 0, () -> list("a"));
    assertThat(lists.get(ALL, Language.EN, 1, () -> list("a"))).isSameAs(first);
  }

  @Test
  void listsAreEqualByWhatTheyShow() {
    assertThat(list("a").hashCode()).isNotEqualTo(list("b").hashCode());
    assertThat(list("a").filter()).isEqualTo(ALL);
    assertThat(list("a").orders()).extracting(Choice::value).containsExactly("a");
    assertThat(list("a")).isEqualTo(list("a")).hasSameHashCodeAs(list("a")).isNotEqualTo(list("b"));
  }

  @Test
  void howManyThereAreOnOtherPagesIsShownToo() {
    assertThat(list("a", 30)).isNotEqualTo(list("a", 31)).isNotEqualTo(list("a", 51));
  }

  private static CatalogueList list(String order) {
    return list(order, 0);
  }

  private static CatalogueList list(String order, long total) {
    return new CatalogueList(
        ALL,
        new CoursePage(List.of(), total, 1, 25, Map.of()),
        List.of(),
        List.of(),
        List.of(new Choice(order, order, false)));
  }
}
