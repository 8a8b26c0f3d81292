package org.portolan.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.knowledge.LinkKind;
import org.portolan.knowledge.PracticeLink;

/** What a form says of links, whatever is sent. */
class TypedLinksTest {
  private final Map<String, String> typed = new HashMap<>();

  private void row(int number, String kind, String target, String relation) {
    typed.put("link-kind-" + number, kind);
    typed.put("link-target-" + number, target);
    typed.put("link-relation-" + number, relation);
  }

  private List<PracticeLink> read() {
    return TypedLinks.of(typed);
  }

  @Test
  void rowsAreReadInTheirOrderAndEmptyOnesAreNone() {
    row(0, "course", "C-1", "taught");
    row(1, "practice", "PR-1", "builds-on");
    typed.put("link-kind-2", "instrument");
    typed.put("link-name-2", "Kyoto Convention");
    typed.put("link-reference-2", "Standard 6.6");
    typed.put("link-address-2", " https://www.wcoomd.org ");
    typed.put("link-kind-3", "instrument");
    typed.put("link-name-3", " ");

    assertThat(read())
        .containsExactly(
            PracticeLink.to(LinkKind.COURSE, "C-1", "taught"),
            PracticeLink.to(LinkKind.PRACTICE, "PR-1", "builds-on"),
            PracticeLink.toInstrument(
                "Kyoto Convention", "Standard 6.6", "https://www.wcoomd.org"));
    assertThat(TypedLinks.changing(typed)).isFalse();
  }

  @Test
  void oneIsTakenAwayAndOneIsAddedOnce() {
    row(0, "course", "C-1", "taught");
    row(1, "practice", "PR-1", "builds-on");
    typed.put("link-gone-0", "1");
    typed.put("link-add", "session 42");
    assertThat(read())
        .containsExactly(
            PracticeLink.to(LinkKind.PRACTICE, "PR-1", "builds-on"),
            PracticeLink.to(LinkKind.SESSION, "42", "related"));
    assertThat(TypedLinks.changing(typed)).isTrue();

    typed.put("link-add", "practice PR-1");
    assertThat(read()).hasSize(1);
  }

  @Test
  void whatNoFormSendsIsNoLinkOrTheNearestToIt() {
    row(0, "centre", "X", "related");
    row(1, "course", "C-1", "replaces");
    typed.put("link-add", "instrument X");
    assertThat(read()).containsExactly(PracticeLink.to(LinkKind.COURSE, "C-1", "related"));
    typed.clear();
    assertThat(read()).isEmpty();
    for (int i = 0; i < 1_000; i++) {
      row(i, "course", "C-" + i, "taught");
    }
    assertThat(read()).hasSize(40);
  }
}
