package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the index relies on, for every source: a source's test extends this one. */
public abstract class SearchSourceContract {
  private static final int ENOUGH = 25;
  private static final Set<Long> NOBODY = Set.of(Long.MAX_VALUE, -1L);

  /** The source that is tested, with at least one item in it. */
  protected abstract SearchSource source();

  @Test
  void itHasItemsAndNamesEachOnce() {
    assertThat(source().ids()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(found(source().ids())).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void itGivesNoOtherThanWasAskedFor() {
    List<Long> some = source().ids().stream().limit(ENOUGH).toList();
    assertThat(some).containsAll(found(some));
  }

  @Test
  void anItemAloneIsTheSameAsAmongOthers() {
    for (SearchDocument item : source().find(source().ids()).stream().limit(ENOUGH).toList()) {
      assertThat(source().find(Set.of(item.id()))).containsExactly(item);
    }
  }

  @Test
  void anUnknownItemIsNotGivenAndKeepsNoOtherOut() {
    assertThat(source().find(NOBODY)).isEmpty();
    assertThat(source().find(Set.of())).isEmpty();
    SearchDocument known = source().find(source().ids()).get(0);
    assertThat(source().find(Set.of(known.id(), Long.MAX_VALUE))).containsExactly(known);
  }

  @Test
  void everyItemCanBeFoundReachedAndShown() {
    assertThat(source().find(source().ids()))
        .allSatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(source().kind());
              assertThat(item.path()).startsWith("/");
              assertThat(item.texts()).isNotEmpty();
              assertThat(item.texts().keySet()).allMatch(language -> language.matches("[a-z]{2}"));
              assertThat(item.texts().values()).noneMatch(text -> text.title().isBlank());
              assertThat(item.facets())
                  .containsEntry(SearchDocument.TYPE, Set.of(source().kind()))
                  .containsEntry(SearchDocument.LANGUAGE, item.texts().keySet());
              assertThat(item.visibility()).isNotEmpty();
            });
  }

  private List<Long> found(Collection<Long> ids) {
    return source().find(ids).stream().map(SearchDocument::id).toList();
  }
}
