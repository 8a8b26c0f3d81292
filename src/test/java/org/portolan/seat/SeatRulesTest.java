package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatRulesTest {
  private static final Instant STARTS = Instant.parse("2027-03-08T09:00:00Z");
  private static final Group WOMEN = Group.of("gender:female");
  private static final Group EACH_MEMBER = Group.of("member:*");
  private static final Group ESA = Group.of("region:ESA");

  private static SeatRules with(List<Quota> quotas, List<Hold> holds) {
    return new SeatRules(
        10, 2, 5, Duration.ofHours(48), Duration.ofDays(3), STARTS, true, quotas, holds);
  }

  private static SeatRules rules(
      int capacity, int margin, int queue, Duration offer, Duration quiet) {
    return new SeatRules(capacity, margin, queue, offer, quiet, STARTS, true, List.of(), List.of());
  }

  @Test
  void atLeastSoManySeatsAreHeldAtLeastUntilThen() {
    Instant starts = Instant.parse("2027-03-08T09:00:00Z");
    Instant day = starts.minusSeconds(9_000);
    Group xs = Group.of("member:XS");
    SeatRules rules = SeatRules.plain(10, starts).holding(xs, 3, day);
    assertThat(rules.holds()).containsExactly(new Hold(xs, 3, day));
    assertThat(rules.holding(xs, 2, day.minusSeconds(1))).isEqualTo(rules);
    assertThat(rules.holding(xs, 4, day.plusSeconds(1)).holds())
        .containsExactly(new Hold(xs, 4, day.plusSeconds(1)));
    assertThat(rules.holding(Group.of("member:XN"), 8, day).problems()).containsKey("holds");
  }

  @Test
  void withoutHoldsAllElseStays() {
    Quota women = new Quota(WOMEN, 6);
    assertThat(with(List.of(women), List.of(new Hold(ESA, 3, STARTS))).withoutHolds())
        .isEqualTo(with(List.of(women), List.of()));
  }

  @Test
  void ofACopyAllIsLaterByDaysOnTheClocksOfTheZone() {
    ZoneId brussels = ZoneId.of("Europe/Brussels");
    Instant winter = Instant.parse("2027-03-08T09:00:00Z");
    SeatRules rules =
        new SeatRules(
            10,
            2,
            5,
            Duration.ofHours(48),
            Duration.ofDays(3),
            winter,
            false,
            List.of(new Quota(WOMEN, 6)),
            List.of(new Hold(ESA, 3, winter.minusSeconds(60))));

    SeatRules later = rules.shifted(28, brussels);

    Instant summer = Instant.parse("2027-04-05T08:00:00Z");
    assertThat(later)
        .isEqualTo(
            new SeatRules(
                10,
                2,
                5,
                Duration.ofHours(48),
                Duration.ofDays(3),
                summer,
                true,
                List.of(new Quota(WOMEN, 6)),
                List.of(new Hold(ESA, 3, summer.minusSeconds(60)))));
  }

  @Test
  void aGroupWithoutAKindIsNone() {
    assertThatThrownBy(() -> Group.of(":XS")).hasMessageContaining("no kind of group");
    assertThatThrownBy(() -> Group.of("XS")).hasMessage("no group: XS");
  }

  @Test
  void theSameRulesAreWrittenInTheSameWayAndReadBack() {
    SeatRules rules =
        with(
            List.of(new Quota(EACH_MEMBER, 2), new Quota(WOMEN, 6)),
            List.of(new Hold(ESA, 3, STARTS.minusSeconds(60))));
    assertThat(rules.text())
        .isEqualTo(
            "capacity=10 margin=2 queue=5 offer=PT48H quiet=PT72H starts=2027-03-08T09:00:00Z"
                + " open=true quota=gender:female:6 quota=member:*:2"
                + " hold=region:ESA:3@2027-03-08T08:59:00Z");
    assertThat(SeatRules.of(rules.text())).isEqualTo(rules);
    assertThat(rules.problems()).isEmpty();
    assertThat(rules.places()).isEqualTo(12);
  }

  @Test
  void plainRulesAreSeatsAndNothingElse() {
    SeatRules plain = SeatRules.plain(4, STARTS);
    assertThat(plain.places()).isEqualTo(4);
    assertThat(plain.queue()).isZero();
    assertThat(plain.open()).isTrue();
    assertThat(SeatRules.of(plain.text())).isEqualTo(plain);
  }

  @Test
  void rulesThatLackAPartAreNone() {
    assertThatThrownBy(() -> SeatRules.of("capacity=3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("margin");
    assertThatThrownBy(() -> SeatRules.of(SeatRules.plain(3, STARTS).text() + " queue=2"))
        .hasMessageContaining("queue");
  }

  @Test
  void whatCannotBeIsNamed() {
    assertThat(rules(0, 0, 0, Duration.ZERO, Duration.ZERO).problems())
        .containsEntry("capacity", "capacity");
    assertThat(rules(1, 0, 0, Duration.ZERO, Duration.ZERO).problems()).isEmpty();
    assertThat(rules(2, 3, 0, Duration.ZERO, Duration.ZERO).problems()).containsOnlyKeys("margin");
    assertThat(rules(2, 2, 0, Duration.ZERO, Duration.ZERO).problems()).isEmpty();
    assertThat(rules(2, -1, 0, Duration.ZERO, Duration.ZERO).problems()).containsOnlyKeys("margin");
    assertThat(rules(2, 0, -1, Duration.ZERO, Duration.ZERO).problems()).containsOnlyKeys("queue");
    assertThat(rules(2, 0, 0, Duration.ofHours(-1), Duration.ZERO).problems())
        .containsOnlyKeys("offer");
    assertThat(rules(2, 0, 0, Duration.ZERO, Duration.ofHours(-1)).problems())
        .containsOnlyKeys("quiet");
  }

  @Test
  void quotasFitTheSeatsAndSpeakOfAGroupOnce() {
    assertThat(with(List.of(new Quota(WOMEN, 12)), List.of()).problems()).isEmpty();
    assertThat(with(List.of(new Quota(WOMEN, 13)), List.of()).problems())
        .containsEntry("quotas", "quota-above");
    assertThat(with(List.of(new Quota(WOMEN, 0)), List.of()).problems()).isEmpty();
    assertThat(with(List.of(new Quota(WOMEN, -1)), List.of()).problems())
        .containsEntry("quotas", "quota-negative");
    assertThat(with(List.of(new Quota(WOMEN, 1), new Quota(WOMEN, 2)), List.of()).problems())
        .containsEntry("quotas", "quota-twice");
  }

  @Test
  void holdsFitTheSeatsAndEndByTheStart() {
    assertThat(with(List.of(), List.of(new Hold(ESA, 10, STARTS))).problems()).isEmpty();
    assertThat(with(List.of(), List.of(new Hold(ESA, 11, STARTS))).problems())
        .containsEntry("holds", "hold-above");
    assertThat(with(List.of(), List.of(new Hold(ESA, 0, STARTS))).problems())
        .containsEntry("holds", "hold-none");
    assertThat(with(List.of(), List.of(new Hold(ESA, 1, STARTS.plusSeconds(1)))).problems())
        .containsEntry("holds", "hold-late");
    assertThat(with(List.of(), List.of(new Hold(EACH_MEMBER, 1, STARTS))).problems())
        .containsEntry("holds", "hold-twice");
    assertThat(
            with(List.of(), List.of(new Hold(ESA, 1, STARTS), new Hold(ESA, 2, STARTS))).problems())
        .containsEntry("holds", "hold-twice");
  }

  @Test
  void rulesAreFittedToASessionThatChanged() {
    Instant earlier = STARTS.minusSeconds(3600);
    SeatRules fitted =
        with(
                List.of(new Quota(WOMEN, 6), new Quota(EACH_MEMBER, 2)),
                List.of(
                    new Hold(ESA, 2, STARTS),
                    new Hold(WOMEN, 3, earlier.minusSeconds(1)),
                    new Hold(Group.of("member:XS"), 1, earlier)))
            .fitted(4, earlier, false);

    assertThat(fitted.capacity()).isEqualTo(4);
    assertThat(fitted.margin()).isEqualTo(2);
    assertThat(fitted.open()).isFalse();
    assertThat(fitted.starts()).isEqualTo(earlier);
    assertThat(fitted.quotas()).containsExactly(new Quota(WOMEN, 6), new Quota(EACH_MEMBER, 2));
    // in their order, as long as there are seats
    assertThat(fitted.holds())
        .containsExactly(
            new Hold(WOMEN, 3, earlier.minusSeconds(1)),
            new Hold(Group.of("member:XS"), 1, earlier));
    assertThat(fitted.problems()).isEmpty();
    assertThat(fitted.fitted(4, earlier, false)).isEqualTo(fitted);

    SeatRules smaller = fitted.fitted(1, earlier, true);
    assertThat(smaller.margin()).isEqualTo(1);
    assertThat(smaller.quotas()).extracting(Quota::most).containsExactly(2, 2);
    assertThat(smaller.holds()).extracting(Hold::seats).containsExactly(1);
    assertThat(with(List.of(), List.of(new Hold(ESA, 2, STARTS))).fitted(9, earlier, true).holds())
        .extracting(Hold::until)
        .containsExactly(earlier);
  }

  @Test
  void nobodyMovesUpInTheQuietDaysNorOnceItIsClosed() {
    SeatRules rules = with(List.of(), List.of());
    Instant quiet = STARTS.minus(Duration.ofDays(3));
    assertThat(rules.movesUp(quiet.minusSeconds(1))).isTrue();
    assertThat(rules.movesUp(quiet)).isFalse();
    assertThat(rules.fitted(10, STARTS, false).movesUp(quiet.minusSeconds(1))).isFalse();
  }

  @Test
  void anOfferNeverEndsAfterTheStart() {
    SeatRules rules = with(List.of(), List.of());
    Instant early = STARTS.minus(Duration.ofDays(9));
    assertThat(rules.offerEnd(early)).isEqualTo(early.plus(Duration.ofHours(48)));
    assertThat(rules.offerEnd(STARTS.minusSeconds(60))).isEqualTo(STARTS);
  }

  @Test
  void groupsAreReadAndWritten() {
    Groups groups = Groups.of("region:WCA member:XS gender:female");
    assertThat(groups.text()).isEqualTo("gender:female member:XS region:WCA");
    assertThat(groups.meant(EACH_MEMBER)).contains(Group.of("member:XS"));
    assertThat(groups.meant(ESA)).isEmpty();
    assertThat(groups.in(WOMEN)).isTrue();
    assertThat(Groups.of("")).isEqualTo(Groups.NONE);
    assertThat(Groups.of(List.of(WOMEN, ESA)).text()).isEqualTo("gender:female region:ESA");
    assertThat(Group.of("least-developed:yes").text()).isEqualTo("least-developed:yes");
    for (String wrong : List.of("XS", ":XS", "member:", "member:a b", "crew:XS")) {
      assertThatThrownBy(() -> Group.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no ");
    }
    assertThatThrownBy(() -> Groups.of("member:XS member:XN"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statesAndEventsHaveTheCodesOfTheTables() {
    for (ApplicationState state : ApplicationState.values()) {
      assertThat(ApplicationState.of(state.code())).isEqualTo(state);
    }
    assertThat(ApplicationState.QUEUED.code()).isEqualTo("queued");
    assertThatThrownBy(() -> ApplicationState.of("seated"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seated");
    for (SeatEvent event : SeatEvent.values()) {
      assertThat(SeatEvent.of(event.code())).isEqualTo(event);
    }
    assertThat(SeatEvent.HOLD_ENDED.code()).isEqualTo("hold-ended");
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.FULL, null, 1)).kind().type())
        .isEqualTo("session-full");
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.QUOTA, WOMEN, 1)).type())
        .isEqualTo("quota-full");
    assertThat(SeatRefused.by(new Hindrance(Hindrance.Kind.HELD, ESA, 1)).kind())
        .isEqualTo(SeatRefused.Kind.SEATS_HELD);
  }

  @Test
  void rulesAreNoLongerThanTheyAreKept() {
    List<Hold> holds = new ArrayList<>();
    for (int i = 0; held(holds).text().length() < 5900; i++) {
      holds.add(new Hold(Group.of("member:" + letter(i / 26) + letter(i % 26)), 1, STARTS));
    }
    for (int i = 0; held(holds).text().length() < 6000; i++) {
      holds.set(i, new Hold(holds.get(i).group(), 10, STARTS));
    }
    assertThat(held(holds).text()).hasSize(6000);
    assertThat(held(holds).problems()).isEmpty();
    int last = holds.size() - 1;
    holds.set(last, new Hold(holds.get(last).group(), 10, STARTS));
    assertThat(held(holds).text()).hasSize(6001);
    assertThat(held(holds).problems()).containsEntry("holds", "many");
  }

  private static char letter(int number) {
    return (char) ('A' + number);
  }

  private static SeatRules held(List<Hold> holds) {
    return new SeatRules(4000, 0, 0, Duration.ZERO, Duration.ZERO, STARTS, true, List.of(), holds);
  }

  @Test
  void aMarkIsMadeOfTheSessionTheMarkBeforeAndAllOfTheLine() {
    SeatLine line = new SeatLine(2, SeatEvent.SEATED, 17, STARTS, "");
    String mark = LineMark.of(5, "ab", line);
    assertThat(mark).matches("[0-9a-f]{64}").isEqualTo(LineMark.of(5, "ab", line));
    assertThat(
            List.of(
                LineMark.of(6, "ab", line),
                LineMark.of(5, "ac", line),
                LineMark.of(5, "ab", new SeatLine(3, SeatEvent.SEATED, 17, STARTS, "")),
                LineMark.of(5, "ab", new SeatLine(2, SeatEvent.QUEUED, 17, STARTS, "")),
                LineMark.of(5, "ab", new SeatLine(2, SeatEvent.SEATED, 18, STARTS, "")),
                LineMark.of(5, "ab", new SeatLine(2, SeatEvent.SEATED, 17, STARTS, "x"))))
        .doesNotContain(mark)
        .doesNotHaveDuplicates();
    assertThat(LineMark.of(1, "", new SeatLine(1, SeatEvent.RULES, 0, STARTS, "")))
        .isNotEqualTo(
            LineMark.of(1, "", new SeatLine(1, SeatEvent.RULES, 0, STARTS.plusNanos(1000), "")));
  }
}
