package org.portolan.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionEditTest {
  private static final Set<String> OWN = Set.of("WCA");

  private static CollectionEdit edit(String title, String words, List<String> codes) {
    return new CollectionEdit("WCA", Map.of("en", new CollectionText(title, words)), codes);
  }

  @Test
  void codesAreTakenOnceInTheOrderInWhichTheyAreTyped() {
    assertThat(edit("T", "", CollectionEdit.codes(" PR-2\r\nPR-1, PR-2;\n\nPR-3 ")).codes())
        .containsExactly("PR-2", "PR-1", "PR-3");
    assertThat(edit("T", "", CollectionEdit.codes("")).codes()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(edit("T", "", List.of("PR-1")).problems(OWN, Set.of("PR-1"))).isEmpty();
    assertThat(edit("T", "", List.of("PR-1")).problems(Set.of("EUR"), Set.of("PR-1")))
        .containsEntry("region", "region");
    assertThat(edit(" ", "\u200B", List.of()).problems(OWN, Set.of()))
        .containsEntry("texts", "missing");
    assertThat(edit("", "Words", List.of()).problems(OWN, Set.of()))
        .containsEntry("texts", "untitled");
    assertThat(edit("x".repeat(161), "", List.of()).problems(OWN, Set.of()))
        .containsEntry("texts", "long");
    assertThat(edit("T", "x".repeat(3_001), List.of()).problems(OWN, Set.of()))
        .containsEntry("texts", "long");
    assertThat(edit("T", "", List.of("PR-1", "PR-2")).problems(OWN, Set.of("PR-1")))
        .containsEntry("codes", "unknown");
    List<String> many = IntStream.rangeClosed(1, 61).mapToObj(i -> "PR-" + i).toList();
    assertThat(edit("T", "", many).problems(OWN, Set.copyOf(many))).containsEntry("codes", "many");
    assertThat(edit("T", "", Collections.nCopies(61, "PR-1")).problems(OWN, Set.of("PR-1")))
        .isEmpty();
  }
}
