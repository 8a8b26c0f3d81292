package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four questions of those who wait, answered from the ledger. */
class ExplanationTest {
  private static final int SEATED = 1;
  private static final int FIRST = 2;
  private static final int SECOND = 3;
  private static final int MINE = 4;

  private final BookInMemory book = new BookInMemory();

  @BeforeEach
  void oneSeatOneQuotaAndAList() {
    book.rule(rules(1, List.of(new Quota(Group.of("member:*"), 1)), List.of()));
    seat(SEATED, "member:XA");
  }

  private SeatRules rules(int capacity, List<Quota> quotas, List<Hold> holds) {
    return new SeatRules(
        capacity, 0, 9, Duration.ZERO, Duration.ZERO, book.starts(), true, quotas, holds);
  }

  private void seat(int person, String group) {
    assertThat(book.apply(person, Set.of(group))).isEqualTo("fine");
    assertThat(book.approve(person)).isEqualTo("fine");
  }

  private Explanation mine() {
    return Explanation.of(book.ledger(), MINE, book.opens());
  }

  @Test
  void whoFoundNoSeatLearnsThatAllWereTaken() {
    seat(MINE, "member:XB");
    assertThat(mine().then()).contains(new Hindrance(Hindrance.Kind.FULL, null, 1));
    assertThat(mine().free()).isZero();
    assertThat(mine().moves()).isTrue();
  }

  @Test
  void whatStoodInTheWayIsToldOfTheMomentTheyWereListed() {
    book.rule(rules(2, List.of(), List.of()));
    // a seat is free when they apply, and none when their consent comes
    assertThat(book.apply(MINE, Set.of("member:XB"))).isEqualTo("fine");
    seat(FIRST, "member:XC");
    assertThat(book.approve(MINE)).isEqualTo("fine");
    assertThat(mine().then()).contains(new Hindrance(Hindrance.Kind.FULL, null, 2));
  }

  @Test
  void whoIsBeforeMeIsToldWithTheDayAndWhetherSomebodyMovedThem() {
    seat(FIRST, "member:XC");
    Instant later = book.opens().plusSeconds(60);
    book.timeIs(later);
    seat(MINE, "member:XB");
    seat(SECOND, "member:XD");
    book.move(SECOND, MINE);

    assertThat(mine().ahead())
        .containsExactly(
            new Explanation.Ahead(FIRST, book.opens(), false),
            new Explanation.Ahead(SECOND, later, true));
  }

  @Test
  void seatsThatAreLeftButNotForMyMemberAreExplainedByTheQuota() {
    seat(MINE, "member:XA");
    book.rule(rules(3, List.of(new Quota(Group.of("member:*"), 1)), List.of()));

    assertThat(mine().free()).isEqualTo(2);
    assertThat(mine().now())
        .contains(new Hindrance(Hindrance.Kind.QUOTA, Group.of("member:XA"), 1));
  }

  @Test
  void seatsThatAreLeftButHeldAreExplainedByTheHold() {
    seat(MINE, "member:XB");
    Hold hold = new Hold(Group.of("region:ESA"), 2, book.starts());
    book.rule(rules(3, List.of(), List.of(hold)));

    assertThat(mine().free()).isEqualTo(2);
    assertThat(mine().now())
        .contains(new Hindrance(Hindrance.Kind.HELD, Group.of("region:ESA"), 2));
  }

  @Test
  void aSeatThatWentToAnotherIsToldWithTheReason() {
    seat(FIRST, "member:XC");
    seat(MINE, "member:XA");
    seat(SECOND, "member:XD");
    book.rule(rules(2, List.of(new Quota(Group.of("member:*"), 1)), List.of()));
    assertThat(mine().gone())
        .extracting(Explanation.Gone::application, Explanation.Gone::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple((long) FIRST, Explanation.Why.TURN));

    book.rule(rules(3, List.of(new Quota(Group.of("member:*"), 1)), List.of()));
    assertThat(mine().gone())
        .last()
        .satisfies(
            gone -> {
              assertThat(gone.application()).isEqualTo(SECOND);
              assertThat(gone.why()).isEqualTo(Explanation.Why.HINDERED);
              assertThat(gone.hindrance())
                  .contains(new Hindrance(Hindrance.Kind.QUOTA, Group.of("member:XA"), 1));
            });
  }

  @Test
  void aChoiceOfTheCentreIsToldAsOne() {
    seat(FIRST, "member:XC");
    seat(MINE, "member:XB");
    SeatRules quiet =
        new SeatRules(
            2, 0, 9, Duration.ZERO, Duration.ofDays(4), book.starts(), true, List.of(), List.of());
    book.rule(quiet);
    assertThat(mine().moves()).isFalse();
    book.offer(FIRST);

    assertThat(mine().gone())
        .singleElement()
        .extracting(Explanation.Gone::why)
        .isEqualTo(Explanation.Why.CHOSEN);
  }

  @Test
  void whoComesOnTheListAgainIsToldOfWhatHappenedSinceThen() {
    seat(FIRST, "member:XC");
    seat(MINE, "member:XB");
    book.withdraw(SEATED);
    assertThat(mine().gone()).hasSize(1);
    book.withdraw(MINE);
    Instant later = book.opens().plusSeconds(600);
    book.timeIs(later);
    seat(SECOND, "member:XD");
    seat(MINE, "member:XB");

    assertThat(mine().gone()).isEmpty();
    assertThat(mine().then()).contains(new Hindrance(Hindrance.Kind.FULL, null, 1));
    assertThat(mine().ahead()).containsExactly(new Explanation.Ahead(SECOND, later, false));
    assertThat(Explanation.of(book.ledger(), SECOND, later).ahead()).isEmpty();
  }

  @Test
  void whoSteppedIntoAPlaceIsToldWithTheDayOfTheStep() {
    seat(FIRST, "member:XC");
    assertThat(book.apply(SECOND, Set.of("member:XC"))).isEqualTo("fine");
    seat(MINE, "member:XB");
    Instant later = book.opens().plusSeconds(600);
    book.timeIs(later);
    book.replace(FIRST, SECOND);
    assertThat(mine().ahead()).containsExactly(new Explanation.Ahead(SECOND, later, false));
    assertThat(mine().gone()).isEmpty();
  }
}
