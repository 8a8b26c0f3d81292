package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.portolan.nomination.NominationRefused.Kind;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;

class NominationTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 2);
  private static final LocalDate FIRST = LocalDate.of(2027, 3, 8);

  private static final Instant NOW = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  private final Nomination nomination = new Nomination(1, "XS");

  @Test
  void nomineesAndAlternatesHaveOrdersOfTheirOwn() {
    nomination.add(7, false, "Seven");
    nomination.add(8, true, "Eight");
    nomination.add(9, false, "Nine");
    assertThat(nomination.listed(false)).extracting(Nominee::personId).containsExactly(7L, 9L);
    assertThat(nomination.listed(false)).extracting(Nominee::place).containsExactly(1, 2);
    assertThat(nomination.listed(true)).extracting(Nominee::place).containsExactly(1);
    assertThat(refused(() -> nomination.add(8, false, "Again"))).isEqualTo(Kind.LISTED_ALREADY);
  }

  @Test
  void oneMovesUpByOne() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    nomination.add(9, false, "");
    Nominee last = nomination.listed(false).get(2);
    assertThat(nomination.moveUp(last).personId()).isEqualTo(8);
    assertThat(nomination.listed(false)).extracting(Nominee::personId).containsExactly(7L, 9L, 8L);
    Nominee first = nomination.listed(false).get(0);
    assertThat(nomination.moveUp(first)).isNull();
  }

  @Test
  void theSecondMovesToTheTop() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    nomination.moveUp(nomination.listed(false).get(1));
    assertThat(nomination.listed(false)).extracting(Nominee::personId).containsExactly(8L, 7L);
  }

  @Test
  void whoeverIsNotHandedInIsReady() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    nomination.add(9, true, "");
    nomination.listed(false).get(0).handedIn(3);
    assertThat(nomination.ready()).extracting(Nominee::personId).containsExactly(8L);
  }

  @Test
  void whoComesAfterOneWhoIsRemovedMovesUp() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    nomination.add(9, false, "");
    nomination.remove(nomination.listed(false).get(0));
    assertThat(nomination.listed(false)).extracting(Nominee::personId).containsExactly(8L, 9L);
    assertThat(nomination.listed(false)).extracting(Nominee::place).containsExactly(1, 2);
  }

  @Test
  void whoIsRemovedLeavesNoGap() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    Nominee first = nomination.listed(false).get(0);
    nomination.remove(first);
    assertThat(nomination.listed(false)).extracting(Nominee::place).containsExactly(1);
    Nominee left = nomination.listed(false).get(0);
    left.handedIn(3);
    assertThat(refused(() -> nomination.remove(left))).isEqualTo(Kind.HANDED_IN);
    assertThat(nomination.ready()).isEmpty();
  }

  @Test
  void anAlternateTakesThePlaceOfANominee() {
    nomination.add(7, false, "");
    nomination.add(8, false, "");
    nomination.add(9, true, "");
    nomination.add(10, true, "");
    Nominee leaving = nomination.listed(false).get(0);
    Nominee alternate = nomination.listed(true).get(0);
    assertThat(refused(() -> nomination.replace(leaving, alternate, 5))).isEqualTo(Kind.CHANGED);
    leaving.handedIn(4);
    nomination.replace(leaving, alternate, 5);
    assertThat(nomination.listed(false)).extracting(Nominee::personId).containsExactly(9L, 8L);
    assertThat(nomination.listed(true)).extracting(Nominee::place).containsExactly(1);
    assertThat(nomination.gone()).containsExactly(leaving);
    assertThat(alternate.applicationId()).isEqualTo(5);
    Nominee other = nomination.listed(true).get(0);
    assertThat(refused(() -> nomination.replace(leaving, other, 6))).isEqualTo(Kind.CHANGED);
    assertThat(refused(() -> nomination.replace(alternate, alternate, 6))).isEqualTo(Kind.CHANGED);
  }

  @Test
  void aListHasAnEnd() {
    for (long person = 1; person <= Nomination.MOST_OFFICERS; person++) {
      nomination.add(person, person % 2 == 0, "");
    }
    assertThat(refused(() -> nomination.add(99, true, ""))).isEqualTo(Kind.LIST_FULL);
  }

  @Test
  void seatsAreAskedForUntilADayBeforeTheSession() {
    nomination.ask(2, TODAY, TODAY, FIRST);
    assertThat(nomination.unnamed()).contains(new UnnamedSeats(2, TODAY, UnnamedSeats.State.ASKED));
    UnnamedSeats two = nomination.unnamed().orElseThrow();
    UnnamedSeats three = new UnnamedSeats(3, TODAY, UnnamedSeats.State.ASKED);
    assertThat(refused(() -> nomination.answered(three, true, TODAY))).isEqualTo(Kind.CHANGED);
    assertThat(refused(() -> nomination.answered(two, true, TODAY.plusDays(1))))
        .isEqualTo(Kind.UNNAMED_DAY);
    nomination.answered(two, true, TODAY);
    UnnamedSeats held = nomination.unnamed().orElseThrow();
    assertThat(held.state()).isEqualTo(UnnamedSeats.State.HELD);
    assertThat(refused(() -> nomination.answered(two, true, TODAY))).isEqualTo(Kind.CHANGED);
    assertThat(refused(() -> nomination.answered(held, true, TODAY))).isEqualTo(Kind.CHANGED);
    assertThat(refused(() -> nomination.ask(3, TODAY, TODAY, FIRST))).isEqualTo(Kind.HELD_ALREADY);
  }

  @Test
  void aWishThatIsNotMetMayBeAnother() {
    nomination.ask(2, TODAY, TODAY, FIRST);
    nomination.answered(nomination.unnamed().orElseThrow(), false, TODAY.plusDays(9));
    assertThat(nomination.unnamed().orElseThrow().state()).isEqualTo(UnnamedSeats.State.REFUSED);
    nomination.ask(3, TODAY.plusDays(1), TODAY, FIRST);
    assertThat(nomination.unnamed().orElseThrow().state()).isEqualTo(UnnamedSeats.State.ASKED);
    assertThat(nomination.forCentre()).isTrue();
    nomination.ask(0, null, TODAY, FIRST);
    assertThat(nomination.unnamed()).isEmpty();
    assertThat(nomination.forCentre()).isFalse();
  }

  @Test
  void noSeatsAreAskedForThatNobodyCouldHold() {
    assertThat(refused(() -> nomination.ask(-1, TODAY, TODAY, FIRST)))
        .isEqualTo(Kind.UNNAMED_COUNT);
    assertThat(refused(() -> nomination.ask(100, TODAY, TODAY, FIRST)))
        .isEqualTo(Kind.UNNAMED_COUNT);
    assertThat(refused(() -> nomination.ask(1, null, TODAY, FIRST))).isEqualTo(Kind.UNNAMED_DAY);
    assertThat(refused(() -> nomination.ask(1, FIRST, TODAY, FIRST))).isEqualTo(Kind.UNNAMED_DAY);
    assertThat(refused(() -> nomination.ask(1, TODAY.minusDays(1), TODAY, FIRST)))
        .isEqualTo(Kind.UNNAMED_DAY);
    nomination.ask(99, FIRST.minusDays(1), TODAY, FIRST);
    assertThat(nomination.unnamed().orElseThrow().count()).isEqualTo(99);
  }

  @Test
  void itSaysWhenItWasHandedIn() {
    assertThat(nomination.handedIn()).isFalse();
    nomination.explained("The unit opens in spring.");
    nomination.handedIn(3, Instant.EPOCH);
    assertThat(nomination.handedIn()).isTrue();
    assertThat(nomination.handedInAt()).isEqualTo(Instant.EPOCH);
    assertThat(nomination.reason()).isEqualTo("The unit opens in spring.");
  }

  @Test
  void timeBringsAReminderAndThenTheEnd() {
    LocalDate by = TODAY.plusDays(10);
    nomination.ask(3, by, TODAY, FIRST);
    assertThat(nomination.nudgedBy(Instant.MAX)).as("nobody holds them").isFalse();
    nomination.answered(nomination.unnamed().orElseThrow(), true, TODAY);
    nomination.holds(2, "UTC", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    Instant reminder = Instant.parse("2027-02-09T07:00:00Z");
    Instant over = Instant.parse("2027-02-13T00:00:00Z");
    assertThat(nomination.nudgedBy(reminder.minusNanos(1))).isFalse();
    assertThat(nomination.nudgedBy(reminder)).isTrue();

    assertThat(nomination.nudged("UTC", reminder)).isEqualTo(NamingNews.REMINDER);
    assertThat(nomination.nudgedBy(over.minusNanos(1))).as("once").isFalse();
    assertThat(nomination.nudgedBy(over)).isTrue();
    assertThat(nomination.nudged("UTC", over)).isEqualTo(NamingNews.OPENED);
    assertThat(nomination.nudgedBy(Instant.MAX)).isFalse();
    assertThat(nomination.unnamed()).contains(new UnnamedSeats(3, by, UnnamedSeats.State.OPENED));
    nomination.ask(1, by, TODAY, FIRST);
    assertThat(nomination.unnamed().orElseThrow().state()).isEqualTo(UnnamedSeats.State.ASKED);
  }

  @Test
  void whoSleptThroughTheReminderHearsOfTheEndAlone() {
    nomination.ask(3, TODAY.plusDays(10), TODAY, FIRST);
    nomination.answered(nomination.unnamed().orElseThrow(), true, TODAY);
    nomination.holds(0, "UTC", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(nomination.nudged("UTC", Instant.parse("2027-02-14T00:00:00Z")))
        .isEqualTo(NamingNews.OPENED);
  }

  @Test
  void ofASessionThatIsNotHeldNothingIsToBeNamed() {
    nomination.ask(3, TODAY.plusDays(10), TODAY, FIRST);
    nomination.answered(nomination.unnamed().orElseThrow(), true, TODAY);
    nomination.holds(0, "UTC", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    nomination.leftAlone();
    assertThat(nomination.nudgedBy(Instant.MAX)).isFalse();
  }

  @Test
  void seatsThatOfficersGotSinceHaveNames() {
    nomination.ask(3, TODAY.plusDays(10), TODAY, FIRST);
    nomination.answered(nomination.unnamed().orElseThrow(), true, TODAY);
    nomination.holds(2, "UTC", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(nomination.nameless(2)).isEqualTo(3);
    assertThat(nomination.nameless(4)).isEqualTo(1);
    assertThat(nomination.nameless(5)).isZero();
    assertThat(nomination.nameless(6)).isZero();
    assertThat(nomination.nameless(1)).as("one who had a seat left").isEqualTo(3);
  }

  private void held(int seats, LocalDate by, int seated) {
    nomination.ask(seats, by, TODAY, FIRST);
    nomination.answered(nomination.unnamed().orElseThrow(), true, TODAY);
    nomination.holds(seated, "UTC", NOW);
  }

  private Optional<NamingNews> follows(int held, LocalDate until, LocalDate firstDay) {
    Instant end = until.atStartOfDay().toInstant(ZoneOffset.UTC);
    Hold hold = new Hold(new Group(Group.Kind.MEMBER, "XS"), held, end);
    return nomination.follow(Optional.of(hold), firstDay, "UTC", NOW);
  }

  @Test
  void whereAsManyAreHeldAsLongNothingIsHeard() {
    LocalDate by = TODAY.plusDays(10);
    assertThat(follows(1, TODAY, FIRST)).as("nothing was asked for").isEmpty();
    held(3, by, 2);
    assertThat(follows(5, by.plusDays(1), FIRST)).isEmpty();
    assertThat(follows(9, FIRST, FIRST)).isEmpty();
    assertThat(nomination.unnamed()).contains(new UnnamedSeats(3, by, UnnamedSeats.State.HELD));
  }

  @Test
  void itKeepsToWhatIsHeldAndToDaysBeforeTheSession() {
    LocalDate by = TODAY.plusDays(10);
    held(3, by, 2);
    assertThat(follows(4, by.plusDays(1), FIRST)).contains(NamingNews.CHANGED);
    assertThat(nomination.unnamed()).contains(new UnnamedSeats(2, by, UnnamedSeats.State.HELD));
    assertThat(follows(4, by, FIRST)).contains(NamingNews.CHANGED);
    assertThat(nomination.unnamed().orElseThrow().nameBy()).isEqualTo(by.minusDays(1));
    assertThat(follows(4, by, by.minusDays(1))).contains(NamingNews.CHANGED);
    assertThat(nomination.unnamed().orElseThrow().nameBy()).isEqualTo(by.minusDays(2));
    assertThat(nomination.nudgedBy(Instant.parse("2027-02-07T06:59:59Z"))).isFalse();
    assertThat(nomination.nudgedBy(Instant.parse("2027-02-07T07:00:00Z"))).isTrue();
    assertThat(follows(4, by, TODAY.plusDays(1))).contains(NamingNews.CHANGED);
    assertThat(nomination.unnamed().orElseThrow().nameBy()).as("today still").isEqualTo(TODAY);
    assertThat(follows(4, by, TODAY)).contains(NamingNews.OPENED);
    assertThat(nomination.nudgedBy(Instant.MAX)).isFalse();
  }

  @Test
  void whatIsHeldNoLongerIsOpenToAllUnlessItsDayIsOverAnyway() {
    LocalDate by = TODAY.plusDays(10);
    held(3, by, 2);
    Instant over = Instant.parse("2027-02-13T00:00:00Z");
    assertThat(nomination.follow(Optional.empty(), FIRST, "UTC", over)).isEmpty();
    assertThat(nomination.follow(Optional.empty(), FIRST, "UTC", over.minusNanos(1)))
        .contains(NamingNews.RELEASED);
    assertThat(nomination.unnamed()).contains(new UnnamedSeats(3, by, UnnamedSeats.State.OPENED));
    assertThat(nomination.nudgedBy(Instant.MAX)).isFalse();
    assertThat(nomination.follow(Optional.empty(), FIRST, "UTC", NOW)).as("once").isEmpty();
  }

  @Test
  void whatIsHeldForThoseWhoHadSeatsBeforeIsNothingForOthers() {
    held(3, TODAY.plusDays(10), 2);
    assertThat(follows(2, TODAY.plusDays(11), FIRST)).contains(NamingNews.RELEASED);
  }

  @Test
  void eachNewsHasALetterOfItsOwn() {
    assertThat(NamingNews.REMINDER.letter()).isEqualTo("nomination.letter.seats-reminder");
    assertThat(NamingNews.OPENED.letter()).isEqualTo("nomination.letter.seats-opened");
  }

  private static Kind refused(ThrowingCallable deed) {
    NominationRefused refused = catchThrowableOfType(NominationRefused.class, deed);
    assertThat(refused).isNotNull();
    return refused.kind();
  }
}
