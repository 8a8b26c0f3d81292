package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.security.Token;

class DoorCodesTest {
  private static final long SESSION = 4711;
  private static final LocalDate DAY = LocalDate.of(2027, 3, 8);
  private static final HalfDay MORNING =
      new HalfDay(
          DAY, true, Instant.parse("2027-03-08T09:00:00Z"), Instant.parse("2027-03-08T13:00:00Z"));
  private static final HalfDay AFTERNOON =
      new HalfDay(
          DAY, false, Instant.parse("2027-03-08T13:00:00Z"), Instant.parse("2027-03-08T17:00:00Z"));
  private static final List<HalfDay> HALVES = List.of(MORNING, AFTERNOON);
  private static final Instant EARLY = Instant.parse("2027-03-08T08:57:00Z");

  private final DoorCodes codes = keyed("secret");

  @Test
  void allNodesShowTheSameCode() {
    assertThat(shown(EARLY)).isEqualTo(keyed("secret").code(SESSION, HALVES, EARLY).orElseThrow());
    assertThat(shown(EARLY))
        .isNotEqualTo(keyed("other").code(SESSION, HALVES, EARLY).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "29, true", "30, true", "59, true", "60, false", "3600, false"})
  void aCodeCountsInItsWindowAndInTheOneAfter(int seconds, boolean counts) {
    assertThat(half(shown(EARLY), EARLY.plusSeconds(seconds)).isPresent()).isEqualTo(counts);
  }

  @Test
  void aNodeWhoseClockIsLateKnowsItToo() {
    assertThat(half(shown(EARLY), EARLY.minusSeconds(1))).contains(MORNING);
    assertThat(half(shown(EARLY), EARLY.minusSeconds(31))).isEmpty();
  }

  @Test
  void anotherOneIsShownEveryHalfMinute() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      seen.add(shown(EARLY.plus(DoorCodes.WINDOW.multipliedBy(i))));
    }
    assertThat(seen).hasSize(120);
    assertThat(DoorCodes.left(EARLY.plusSeconds(10))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void theCodeOfAnotherSessionCountsNowhereElse() {
    String other = codes.code(SESSION + 1, HALVES, EARLY).orElseThrow();
    assertThat(DoorCodes.session(other)).isEqualTo(SESSION + 1);
    String secret = other.substring(other.indexOf('-'));
    assertThat(half(TypedCode.number(SESSION) + secret, EARLY)).isEmpty();
  }

  @Test
  void noLetterOfItMayBeAnother() {
    String code = shown(EARLY);
    for (int i = code.indexOf('-') + 1; i < code.length(); i++) {
      char letter = code.charAt(i);
      if (letter != '-') {
        String tampered =
            code.substring(0, i) + (letter == '7' ? '8' : '7') + code.substring(i + 1);
        assertThat(half(tampered, EARLY)).as(tampered).isEmpty();
      }
    }
  }

  @Test
  void itIsReadAsPeopleTypeIt() {
    String code = shown(EARLY);
    String typed =
        " " + code.replace('-', ' ').replace('0', 'O').replace('1', 'l').toUpperCase(Locale.ROOT);
    assertThat(DoorCodes.session(typed)).isEqualTo(SESSION);
    assertThat(half(typed, EARLY)).contains(MORNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "none", "u-abcde-fghjk", "zzzzzzzzzzzzzzzzz-abcde-fghjk"})
  void whatIsNoCodeIsForNoSession(String typed) {
    assertThat(DoorCodes.session(typed)).isNegative();
  }

  @Test
  void theDoorOpensAnHourBeforeAndTheNextHalfDayTakesOver() {
    assertThat(codes.code(SESSION, HALVES, MORNING.startsAt().minusSeconds(3601))).isEmpty();
    assertThat(codes.code(SESSION, HALVES, AFTERNOON.endsAt())).isEmpty();
    Instant noon = AFTERNOON.startsAt().minus(Duration.ofHours(1));
    assertThat(half(shown(noon), noon)).contains(AFTERNOON);
    Instant before = noon.minusSeconds(1);
    assertThat(half(shown(before), noon)).as("of the morning, at noon").contains(MORNING);
  }

  @Test
  void whoCameInTimeHasAQuarterOfAnHour() {
    String code = shown(EARLY);
    String arrival = codes.arrival(code, EARLY);
    assertThat(codes.arrived(arrival, code, EARLY.plusSeconds(899))).contains(EARLY);
    assertThat(codes.arrived(arrival, code, EARLY.plusSeconds(900))).isEmpty();
    assertThat(codes.arrived(arrival, shown(EARLY.plusSeconds(30)), EARLY)).isEmpty();
    String later = (EARLY.getEpochSecond() + 600) + arrival.substring(arrival.indexOf('-'));
    assertThat(codes.arrived(later, code, EARLY.plusSeconds(600))).as("tampered").isEmpty();
    assertThat(codes.arrived(null, code, EARLY)).isEmpty();
  }

  private String shown(Instant now) {
    return codes.code(SESSION, HALVES, now).orElseThrow();
  }

  private Optional<HalfDay> half(String code, Instant now) {
    return codes.half(code, SESSION, HALVES, now);
  }

  private static DoorCodes keyed(String key) {
    return new DoorCodes(text -> Token.sha256(key + text));
  }
}
