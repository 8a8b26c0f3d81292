package org.portolan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordTest {
  private static final Instant THEN = Instant.parse("2027-02-02T10:00:00Z");
  private static final Instant NOW = Instant.parse("2027-02-03T10:00:00Z");

  private static Ask first(Approver approver) {
    return new Ask(approver, Ask.Urgency.REMINDED, THEN, THEN);
  }

  private static Ask anew(Approver approver) {
    return new Ask(approver, Ask.Urgency.ASKED, NOW, NOW);
  }

  /** Every chain, however far it has come, and every set of changes. */
  static Stream<Object[]> everything() {
    List<Object[]> all = new ArrayList<>();
    for (Set<Approver> chain : subsets(EnumSet.allOf(Approver.class))) {
      List<Approver> steps = List.copyOf(new TreeSet<>(chain));
      for (int reached = 0; reached <= steps.size(); reached++) {
        for (Set<Change> changes : subsets(EnumSet.allOf(Change.class))) {
          all.add(new Object[] {steps, reached, changes});
        }
      }
    }
    return all.stream();
  }

  private static <E extends Enum<E>> List<Set<E>> subsets(EnumSet<E> of) {
    List<Set<E>> subsets = new ArrayList<>();
    List<E> all = List.copyOf(of);
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<E> subset = new TreeSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  @Test
  void inEveryChainOnlyThoseWhoAgreedAndAreConcernedAreAskedAgainAndThenItGoesOn() {
    everything()
        .forEach(
            each -> {
              @SuppressWarnings("unchecked")
              List<Approver> steps = (List<Approver>) each[0];
              int reached = (int) each[1];
              @SuppressWarnings("unchecked")
              Set<Change> changes = (Set<Change>) each[2];
              goesAgain(steps, reached, changes);
            });
  }

  private static void goesAgain(List<Approver> steps, int reached, Set<Change> changes) {
    Approver open = reached < steps.size() ? steps.get(reached) : null;
    Word before = new Word(open == null ? null : first(open), null);
    List<Approver> expected =
        steps.subList(0, reached).stream()
            .filter(approver -> changes.stream().anyMatch(change -> change.concerns(approver)))
            .toList();
    Word word = before.changed(expected, expected, WordTest::anew);
    String what = steps + " reached " + reached + " changed " + changes;
    assertThat(word.reached()).as(what).isEqualTo(open);
    for (Approver approver : expected) {
      assertThat(word.ask()).as(what).isEqualTo(anew(approver));
      assertThat(word.again()).as(what).isNotNull();
      assertThat(Again.read(word.again().text())).as(what).isEqualTo(word.again());
      // as long as its column
      assertThat(word.again().text()).hasSizeLessThanOrEqualTo(60);
      word = word.agreed(WordTest::anew);
    }
    if (expected.isEmpty()) {
      assertThat(word).as(what).isSameAs(before);
    } else {
      assertThat(word).as(what).isEqualTo(new Word(open == null ? null : anew(open), null));
    }
  }

  @Test
  void whatIsAgainAsItWasTakesTheQuestionBack() {
    Word waits = new Word(first(Approver.CENTRE), null);
    Word asked = waits.changed(both(), both(), WordTest::anew);
    assertThat(asked.changed(List.of(), both(), WordTest::anew))
        .isEqualTo(new Word(anew(Approver.CENTRE), null));
    Word agreed = new Word(null, null).changed(both(), both(), WordTest::anew);
    assertThat(agreed.changed(List.of(), both(), WordTest::anew)).isEqualTo(new Word(null, null));
    assertThat(agreed.changed(List.of(Approver.COORDINATOR), both(), WordTest::anew).ask())
        .isEqualTo(anew(Approver.COORDINATOR));
  }

  @Test
  void whoIsAskedAlreadyKeepsTheirTimeUnlessItConcernsThem() {
    Again again = new Again(new TreeSet<>(Set.of(Approver.COORDINATOR)), null);
    Word asked = new Word(first(Approver.COORDINATOR), again);
    List<Approver> coordinator = List.of(Approver.COORDINATOR);
    assertThat(asked.changed(coordinator, List.of(), WordTest::anew)).isEqualTo(asked);
    assertThat(asked.changed(coordinator, coordinator, WordTest::anew).ask())
        .isEqualTo(anew(Approver.COORDINATOR));
    assertThat(asked.changed(both(), List.of(Approver.SUPERVISOR), WordTest::anew).ask())
        .isEqualTo(anew(Approver.SUPERVISOR));
  }

  @Test
  void somebodyIsAskedAgainOrThereIsNoSuchThing() {
    assertThatThrownBy(() -> new Again(new TreeSet<>(), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Again.read("supervisor coordinator>donor").text())
        .isEqualTo("supervisor coordinator>donor");
    assertThat(Again.read("centre").then()).isNull();
  }

  private static List<Approver> both() {
    return List.of(Approver.SUPERVISOR, Approver.COORDINATOR);
  }
}
