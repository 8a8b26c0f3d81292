package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deeds that a random life meets seldom. */
class SeatBookTest {
  private static final Set<String> XS = Set.of("member:XS");

  private final BookInMemory book = new BookInMemory();

  @BeforeEach
  void oneSeatOffersOfTwoHours() {
    book.rule(rules(1, 2, List.of()));
  }

  private SeatRules rules(int capacity, int queue, List<Quota> quotas) {
    return rules(capacity, queue, quotas, book.starts());
  }

  private static SeatRules rules(int capacity, int queue, List<Quota> quotas, Instant starts) {
    return new SeatRules(
        capacity, 0, queue, Duration.ofHours(2), Duration.ZERO, starts, true, quotas, List.of());
  }

  private void admitted(int person) {
    assertThat(book.apply(person, XS)).isEqualTo("fine");
    assertThat(book.approve(person)).isEqualTo("fine");
  }

  @Test
  void whoReplacesOneOnTheListGetsExactlyThatPlace() {
    admitted(1);
    assertThat(book.apply(4, XS)).isEqualTo("fine");
    admitted(2);
    admitted(3);
    assertThat(book.replace(2, 4)).isEqualTo("fine");
    assertThat(book.queue()).containsExactly(4, 3);
    assertThat(book.stands(2).state()).isEqualTo("withdrawn");
  }

  @Test
  void anOfferEndsWhenTheSessionBeginsEarlierThanItWasToEnd() {
    admitted(1);
    admitted(2);
    book.withdraw(1);
    Instant until = book.stands(2).until();
    Instant earlier = until.minusSeconds(60);
    book.rule(rules(1, 2, List.of(), earlier));
    assertThat(book.due()).isEqualTo(earlier);
    book.timeIs(earlier.minusSeconds(1));
    assertThat(book.stands(2)).isEqualTo(new SeatSubject.Stands("offered", until));
    book.timeIs(earlier);
    assertThat(book.stands(2).state()).isEqualTo("lapsed");
    assertThat(book.taken()).isZero();
  }

  @Test
  void anOfferCannotBeTakenOnceTheSessionBegan() {
    admitted(1);
    admitted(2);
    book.withdraw(1);
    Instant now = book.opens();
    book.rule(rules(1, 2, List.of(), now));
    assertThat(book.stands(2).state()).isEqualTo("lapsed");
    assertThat(book.accept(2)).isEqualTo("offer-ended");
  }

  @Test
  void whoReplacesOneWithAnOfferGetsTheOfferWithItsEnd() {
    admitted(1);
    assertThat(book.apply(4, XS)).isEqualTo("fine");
    admitted(2);
    book.withdraw(1);
    SeatSubject.Stands offered = book.stands(2);
    assertThat(offered.state()).isEqualTo("offered");
    assertThat(book.replace(2, 4)).isEqualTo("fine");
    assertThat(book.stands(4)).isEqualTo(offered);
    assertThat(book.taken()).isEqualTo(1);
  }

  @Test
  void aSeatThatIsRevokedGoesToTheNext() {
    admitted(1);
    admitted(2);
    admitted(3);
    assertThat(book.revoke(1)).isEqualTo("fine");
    assertThat(book.stands(1).state()).isEqualTo("refused");
    assertThat(book.stands(2).state()).isEqualTo("offered");
    assertThat(book.revoke(2)).isEqualTo("fine");
    assertThat(book.stands(3).state()).isEqualTo("offered");
    assertThat(book.queue()).isEmpty();
    assertThat(book.revoke(1)).isEqualTo("already-decided");
    assertThat(book.revoke(9)).isEqualTo("already-decided");
    assertThat(book.apply(1, XS)).isEqualTo("already-decided");
  }

  @Test
  void whoReplacesOneOnASeatSitsThereWhoeverWaits() {
    admitted(1);
    assertThat(book.apply(4, XS)).isEqualTo("fine");
    admitted(2);
    assertThat(book.replace(1, 4)).isEqualTo("fine");
    assertThat(book.stands(4).state()).isEqualTo("approved");
    assertThat(book.stands(2).state()).isEqualTo("queued");
  }

  @Test
  void aReplacementThatFreesAQuotaLetsOthersMoveUp() {
    book.rule(rules(2, 5, List.of(new Quota(Group.of("gender:m"), 1))));
    book.apply(1, Set.of("gender:m"));
    book.approve(1);
    book.apply(3, Set.of("gender:f"));
    book.apply(2, Set.of("gender:m"));
    book.approve(2);
    assertThat(book.stands(2).state()).isEqualTo("queued");
    assertThat(book.replace(1, 3)).isEqualTo("fine");
    assertThat(book.stands(2).state()).isEqualTo("offered");
  }

  @Test
  void whoTakesAHeldSeatFromTwoGroupsLetsOthersMoveUp() {
    List<Hold> holds =
        List.of(
            new Hold(Group.of("gender:f"), 1, book.starts()),
            new Hold(Group.of("member:XB"), 1, book.starts()));
    SeatRules plain = rules(2, 2, List.of());
    assertThat(
            book.rule(
                new SeatRules(
                    2, 0, 2, plain.offer(), plain.quiet(), plain.starts(), true, List.of(), holds)))
        .isEqualTo("fine");
    admitted(1);
    assertThat(book.stands(1).state()).isEqualTo("queued");
    book.apply(2, Set.of("gender:f", "member:XB"));
    book.approve(2);
    assertThat(book.stands(2).state()).isEqualTo("approved");
    assertThat(book.stands(1).state()).isEqualTo("offered");
  }

  @Test
  void theListIsAsLongAsTheRulesSay() {
    for (int person = 1; person <= 3; person++) {
      admitted(person);
    }
    assertThat(book.queue()).hasSize(2);
    assertThat(book.apply(4, XS)).isEqualTo("waiting-list-full");
  }

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    assertThat(book.rule(SeatRules.plain(0, book.starts()))).isEqualTo("no-such-rules");
  }

  @Test
  void oneIsMovedBeforeAnotherOnTheListAndNobodyElse() {
    admitted(1);
    admitted(2);
    assertThat(book.move(2, 1)).isEqualTo("not-on-list");
    assertThat(book.move(1, 2)).isEqualTo("not-on-list");
    admitted(3);
    assertThat(book.move(3, 2)).isEqualTo("fine");
    assertThat(book.queue()).containsExactly(3, 2);
    int lines = book.ledger().size();
    assertThat(book.move(3, 2)).isEqualTo("fine");
    assertThat(book.move(3, 3)).isEqualTo("fine");
    assertThat(book.ledger()).hasSize(lines);
  }

  @Test
  void timeBringsWhatComesFirst() {
    admitted(1);
    admitted(2);
    book.withdraw(1);
    assertThat(book.due()).isEqualTo(book.opens().plus(Duration.ofHours(2)));
    Hold sooner = new Hold(Group.of("region:ESA"), 1, book.opens().plus(Duration.ofHours(1)));
    SeatRules held =
        new SeatRules(
            3,
            0,
            2,
            Duration.ofHours(2),
            Duration.ZERO,
            book.starts(),
            true,
            List.of(),
            List.of(sooner));
    book.rule(held);
    assertThat(book.due()).isEqualTo(sooner.until());
    book.timeIs(sooner.until());
    assertThat(book.due()).isEqualTo(book.opens().plus(Duration.ofHours(2)));
    book.timeIs(book.opens().plus(Duration.ofHours(2)));
    assertThat(book.stands(2).state()).isEqualTo("lapsed");
    assertThat(book.due()).isNull();
  }
}
