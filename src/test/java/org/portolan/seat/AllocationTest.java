package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a ledger tells, and that one which cannot be true is refused with the line that breaks it.
 */
class AllocationTest {
  private static final Instant STARTS = Instant.parse("2027-03-08T09:00:00Z");
  private static final Instant NOW = STARTS.minus(Duration.ofDays(30));
  private static final Instant END = NOW.plus(Duration.ofHours(2));

  private final List<SeatLine> lines = new ArrayList<>();

  @BeforeEach
  void oneSeatAndAList() {
    rules(1, List.of(), List.of());
  }

  private void rules(int capacity, List<Quota> quotas, List<Hold> holds) {
    SeatRules rules =
        new SeatRules(
            capacity, 0, 9, Duration.ofHours(2), Duration.ZERO, STARTS, true, quotas, holds);
    add(SeatEvent.RULES, 0, NOW, rules.text());
  }

  private void add(SeatEvent event, long application, Instant at, String detail) {
    lines.add(new SeatLine(lines.size() + 1L, event, application, at, detail));
  }

  private void add(SeatEvent event, long application) {
    add(event, application, NOW, event == SeatEvent.APPLIED ? "member:XS" : "");
  }

  private void broken(String why) {
    long last = lines.get(lines.size() - 1).number();
    assertThatThrownBy(() -> Allocation.of(lines))
        .isInstanceOfSatisfying(
            BrokenLedger.class, broken -> assertThat(broken.number()).isEqualTo(last))
        .hasMessageContaining(why);
    lines.remove(lines.size() - 1);
    Allocation.of(lines);
  }

  @Test
  void whoHasASeatStandsBeforeWhoWaitsForOne() {
    for (long number = 1; number <= 6; number++) {
      add(SeatEvent.APPLIED, number);
    }
    add(SeatEvent.SEATED, 5);
    add(SeatEvent.QUEUED, 4);
    add(SeatEvent.QUEUED, 2);
    add(SeatEvent.REFUSED, 6);
    assertThat(Allocation.of(lines).alive())
        .extracting(Candidate::number)
        .containsExactly(5L, 4L, 2L, 1L, 3L);
    add(SeatEvent.WITHDRAWN, 5);
    add(SeatEvent.OFFERED, 4, NOW, END.toString());
    assertThat(Allocation.of(lines).alive())
        .extracting(Candidate::number)
        .containsExactly(4L, 2L, 1L, 3L);
    add(SeatEvent.SEATED, 4);
    add(SeatEvent.WITHDRAWN, 4);
    add(SeatEvent.OFFERED, 2, NOW, END.toString());
    add(SeatEvent.QUEUED, 1);
    assertThat(Allocation.of(lines).alive())
        .extracting(Candidate::number)
        .containsExactly(2L, 1L, 3L);
  }

  @Test
  void theFingerprintIsOfAllOfIt() {
    add(SeatEvent.APPLIED, 7);
    Allocation told = Allocation.of(lines);
    assertThat(told.fingerprint()).isEqualTo(Sha256.hex(told.text())).matches("[0-9a-f]{64}");
    add(SeatEvent.SEATED, 7);
    assertThat(Allocation.of(lines).fingerprint()).isNotEqualTo(told.fingerprint());
    assertThat(Sha256.hex(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void linesFollowEachOtherWithoutAGap() {
    lines.add(new SeatLine(3, SeatEvent.APPLIED, 7, NOW, ""));
    broken("follows line 1");
    lines.add(new SeatLine(1, SeatEvent.APPLIED, 7, NOW, ""));
    broken("follows line 1");
  }

  @Test
  void nothingComesBeforeRules() {
    lines.clear();
    add(SeatEvent.APPLIED, 7);
    broken("before any rules");
    add(SeatEvent.HOLD_ENDED, 0, NOW, "region:ESA:1@2027-01-01T00:00:00Z");
    broken("no such hold");
  }

  @Test
  void whatCannotFollowIsRefused() {
    for (SeatEvent event :
        List.of(
            SeatEvent.QUEUED,
            SeatEvent.MOVED,
            SeatEvent.CHOSEN,
            SeatEvent.OFFERED,
            SeatEvent.SEATED,
            SeatEvent.REFUSED,
            SeatEvent.WITHDRAWN,
            SeatEvent.REPLACED,
            SeatEvent.DECLINED,
            SeatEvent.LAPSED)) {
      add(event, 7, NOW, "");
      broken("cannot follow null");
    }
    add(SeatEvent.APPLIED, 7);
    for (SeatEvent event :
        List.of(
            SeatEvent.APPLIED,
            SeatEvent.MOVED,
            SeatEvent.CHOSEN,
            SeatEvent.REPLACED,
            SeatEvent.DECLINED,
            SeatEvent.LAPSED)) {
      add(event, 7, NOW, "");
      broken("cannot follow WAITING");
    }
    add(SeatEvent.SEATED, 7);
    for (SeatEvent event :
        List.of(
            SeatEvent.APPLIED,
            SeatEvent.QUEUED,
            SeatEvent.MOVED,
            SeatEvent.CHOSEN,
            SeatEvent.OFFERED,
            SeatEvent.SEATED,
            SeatEvent.DECLINED,
            SeatEvent.LAPSED)) {
      add(event, 7, NOW, "");
      broken("cannot follow APPROVED");
    }
  }

  @Test
  void aSeatThatWasGivenCanBeRefusedAfterwards() {
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.SEATED, 7);
    add(SeatEvent.REFUSED, 7);
    assertThat(Allocation.of(lines).standing(7).orElseThrow().state())
        .isEqualTo(ApplicationState.REFUSED);
    assertThat(Allocation.of(lines).tally().taken()).isZero();
    add(SeatEvent.REFUSED, 7);
    broken("cannot follow REFUSED");
  }

  @Test
  void whoWasRefusedDoesNotApplyAgainAndWhoWithdrewMay() {
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.REFUSED, 7);
    add(SeatEvent.APPLIED, 7);
    broken("cannot follow REFUSED");
    add(SeatEvent.APPLIED, 8);
    add(SeatEvent.WITHDRAWN, 8);
    add(SeatEvent.APPLIED, 8);
    assertThat(Allocation.of(lines).standing(8).orElseThrow().state())
        .isEqualTo(ApplicationState.WAITING);
  }

  @Test
  void anOfferIsTakenInTimeAndEndsThenOnly() {
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.QUEUED, 7);
    add(SeatEvent.OFFERED, 7, NOW, END.toString());
    assertThat(Allocation.of(lines).nextEnd()).contains(END);
    assertThat(Allocation.of(lines).tally().due()).isEqualTo(END);
    add(SeatEvent.SEATED, 7, END, "");
    broken("cannot follow OFFERED");
    add(SeatEvent.LAPSED, 7, END.minusNanos(1000), "");
    broken("cannot follow OFFERED");
    add(SeatEvent.LAPSED, 7, END, "");
    assertThat(Allocation.of(lines).tally().taken()).isZero();
    assertThat(Allocation.of(lines).nextEnd()).isEmpty();
    lines.remove(lines.size() - 1);
    add(SeatEvent.SEATED, 7, END.minusNanos(1000), "");
    assertThat(Allocation.of(lines).tally().taken()).isEqualTo(1);
  }

  @Test
  void overdueAreThoseWhoseOfferIsOverByItsEnd() {
    lines.clear();
    rules(3, List.of(), List.of());
    for (long each = 1; each <= 3; each++) {
      add(SeatEvent.APPLIED, each);
      add(SeatEvent.QUEUED, each);
      add(SeatEvent.OFFERED, each, NOW, END.plusSeconds(3 - each).toString());
    }
    Allocation told = Allocation.of(lines);
    assertThat(told.overdue(END.plusSeconds(1)))
        .extracting(Candidate::number)
        .containsExactly(3L, 2L);
    assertThat(told.overdue(END.minusSeconds(1))).isEmpty();
    assertThat(told.candidates()).extracting(Candidate::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void noSeatIsGivenThatIsNotThere() {
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.SEATED, 7);
    add(SeatEvent.APPLIED, 8);
    add(SeatEvent.SEATED, 8);
    broken("no seat");
    rules(2, List.of(new Quota(Group.of("member:*"), 1)), List.of());
    add(SeatEvent.SEATED, 8);
    broken("QUOTA");
    rules(2, List.of(), List.of(new Hold(Group.of("region:ESA"), 1, STARTS)));
    add(SeatEvent.SEATED, 8);
    broken("HELD");
  }

  @Test
  void rulesNeverTakeASeatAway() {
    rules(2, List.of(), List.of());
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.SEATED, 7);
    add(SeatEvent.APPLIED, 8);
    add(SeatEvent.SEATED, 8);
    rules(1, List.of(), List.of());
    broken("more is taken");
    rules(2, List.of(new Quota(Group.of("member:XS"), 1)), List.of());
    broken("more is taken");
    rules(2, List.of(new Quota(Group.of("member:XS"), 2)), List.of());
    assertThat(Allocation.of(lines).tally().taken(Group.of("member:XS"))).isEqualTo(2);
  }

  @Test
  void aHoldEndsWhenItIsOverAndOnce() {
    Hold hold = new Hold(Group.of("region:ESA"), 1, END);
    rules(1, List.of(), List.of(hold));
    add(SeatEvent.HOLD_ENDED, 0, END.minusNanos(1000), hold.text());
    broken("no such hold");
    add(SeatEvent.HOLD_ENDED, 0, END, hold.text());
    assertThat(Allocation.of(lines).tally().rules().holds()).isEmpty();
    add(SeatEvent.HOLD_ENDED, 0, END, hold.text());
    broken("no such hold");
  }

  @Test
  void nobodyIsPassedOnTheListButByAChoiceOrInPlace() {
    add(SeatEvent.APPLIED, 1);
    add(SeatEvent.SEATED, 1);
    for (long each = 2; each <= 4; each++) {
      add(SeatEvent.APPLIED, each);
    }
    add(SeatEvent.QUEUED, 2);
    add(SeatEvent.QUEUED, 3);
    assertThat(Allocation.of(lines).queue()).containsExactly(2L, 3L);
    add(SeatEvent.REPLACED, 1);
    add(SeatEvent.OFFERED, 3, NOW, END.toString());
    broken("turn");
    add(SeatEvent.SEATED, 4);
    broken("turn");
    add(SeatEvent.CHOSEN, 3, NOW, END.toString());
    Allocation.of(lines);
    lines.remove(lines.size() - 1);
    add(SeatEvent.SEATED, 4, NOW, SeatBook.IN_PLACE);
    Allocation.of(lines);
    lines.remove(lines.size() - 1);
    add(SeatEvent.OFFERED, 2, NOW, END.toString());
    assertThat(Allocation.of(lines).standing(2).orElseThrow().until()).isEqualTo(END);
  }

  @Test
  void aChoiceWithoutAnOfferSeatsAtOnce() {
    add(SeatEvent.APPLIED, 7);
    add(SeatEvent.QUEUED, 7);
    add(SeatEvent.CHOSEN, 7);
    assertThat(Allocation.of(lines).standing(7).orElseThrow().state())
        .isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void placesOnTheListAreThoseOfTheLinesUntilSomebodyMovesThem() {
    rules(1, List.of(), List.of());
    for (long each = 1; each <= 3; each++) {
      add(SeatEvent.APPLIED, each);
      add(SeatEvent.QUEUED, each);
    }
    Allocation told = Allocation.of(lines);
    long second = told.standing(2).orElseThrow().place();
    assertThat(told.placeBefore(second)).isEqualTo(told.standing(1).orElseThrow().place());
    assertThat(told.placeBefore(told.standing(1).orElseThrow().place())).isZero();
    add(SeatEvent.MOVED, 3, NOW, Long.toString(second - 1));
    assertThat(Allocation.of(lines).queue()).containsExactly(1L, 3L, 2L);
  }

  @Test
  void whatOtherRulesWouldBringIsTriedOnACopy() {
    add(SeatEvent.APPLIED, 1);
    add(SeatEvent.SEATED, 1);
    for (long each = 2; each <= 4; each++) {
      add(SeatEvent.APPLIED, each);
      add(SeatEvent.QUEUED, each);
    }
    Allocation told = Allocation.of(lines);
    String before = told.text();
    SeatRules more = told.tally().rules().fitted(3, STARTS, true);

    assertThat(WhatIf.tried(told, more, NOW)).isEqualTo(new WhatIf(true, List.of(2L, 3L), 0, 0));
    assertThat(WhatIf.tried(told, told.tally().rules().fitted(5, STARTS, true), NOW))
        .isEqualTo(new WhatIf(true, List.of(2L, 3L, 4L), 0, 1));
    SeatRules none = SeatRules.plain(0, STARTS);
    assertThat(WhatIf.tried(told, none, NOW)).isEqualTo(new WhatIf(false, List.of(), 0, 0));
    SeatRules atOnce = SeatRules.plain(2, STARTS);
    assertThat(WhatIf.tried(told, atOnce, NOW).movingUp()).containsExactly(2L);
    assertThat(told.text()).isEqualTo(before);
    assertThat(told.standing(9)).isEqualTo(Optional.empty());
  }
}
