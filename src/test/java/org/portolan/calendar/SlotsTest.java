package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final LocalDate DAY = LocalDate.parse("2027-03-08");

  @Test
  void whatIsWrittenIsReadAgain() {
    Random random = new Random(50);
    for (int i = 0; i < 2_000; i++) {
      List<TimeSlot> list = new ArrayList<>();
      for (int slot = random.nextInt(Slots.MOST); slot >= 0; slot--) {
        int start = random.nextInt(24 * 60 - 1);
        int end = start + 1 + random.nextInt(24 * 60 - 1 - start);
        list.add(new TimeSlot(DAY.plusDays(random.nextInt(366)), at(start), at(end)));
      }
      Collections.shuffle(list, random);
      Slots slots = new Slots(list);
      assertThat(slots.list()).isSorted().containsExactlyInAnyOrderElementsOf(list);
      assertThat(slots.text()).hasSizeLessThan(Slots.LONGEST_TEXT);
      assertThat(Slots.read(slots.text())).contains(slots);
      assertThat(slots.later(7).later(-7)).isEqualTo(slots);
    }
  }

  private static LocalTime at(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }

  @Test
  void peopleMayTypeThemInOtherWays() {
    Slots wanted = slots("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00");
    assertThat(wanted.list()).hasSize(3);
    for (String typed :
        List.of(
            "2027-03-08 9:00–12:00, 14:00 - 17:00\r\n2027-03-10: 09:00-12:00\r\n",
            "2027-03-08 09:00-12:00 14:00-17:00\u00a0; 2027-03-10\u00a0: 09:00-12:00",
            "\u200f2027-03-08\u200e \u2066\u0669:00–12:00\u2069، 14:00-17:00\u061b 2027-03-10 09:00-12:00",
            "2027-03-10 09:00-12:00;2027-03-08 14:00-17:00;\n 2027-03-08 09:00-12:00;")) {
      assertThat(slots(typed)).as(typed).isEqualTo(wanted);
    }
    assertThat(Slots.read(" \n; ")).contains(Slots.EVERY_DAY);
    assertThat(Slots.read(null)).contains(Slots.EVERY_DAY);
  }

  @Test
  void withoutDatesDaysHaveNumbers() {
    Slots slots = slots("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00");
    assertThat(slots.numbered()).isEqualTo("1 09:00-12:00 14:00-17:00; 3 09:00-12:00");
    for (String typed :
        List.of(
            slots.numbered(),
            "\u200f\u0661 09:00-12:00 14:00-17:00\u061b \u0663 09:00-12:00",
            "2: 9:00-12:00, 14:00-17:00\r\n4 09:00-12:00\n")) {
      Slots read = Slots.readNumbered(typed).orElseThrow();
      assertThat(read.beginning(DAY)).as(typed).isEqualTo(slots);
      assertThat(read.numbered()).isEqualTo(slots.numbered());
    }
    assertThat(Slots.readNumbered("")).contains(Slots.EVERY_DAY);
    assertThat(Slots.readNumbered("Monday 09:00-12:00")).isEmpty();
    assertThat(Slots.readNumbered("1 09:00")).isEmpty();
    assertThat(Slots.EVERY_DAY.numbered()).isEmpty();
    assertThat(Slots.EVERY_DAY.beginning(DAY)).isEqualTo(Slots.EVERY_DAY);
  }

  @Test
  void whatIsNoSlotIsNotGuessed() {
    for (String typed :
        List.of(
            "Monday 9-12",
            "2027-03-08",
            "2027-03-08 09:00",
            "2027-03-08 09:00-24:00",
            "2027-02-29 09:00-12:00",
            "2027-03-08 09:00-12:00 and 14:00-17:00",
            "2027-03-08 09:00-12:00 14:00",
            "08/03/2027 09:00-12:00")) {
      assertThat(Slots.read(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void whatIsWrongIsSaidOfTheSlot() {
    Slots slots =
        slots("2027-03-08 09:00-12:00 11:59-13:00 13:00-13:04 15:00-14:00; 2027-03-09 11:00-13:00");
    assertThat(slots.list().stream().map(slots::problem))
        .containsExactly(
            "calendar.problem.slots.overlap",
            "calendar.problem.slots.overlap",
            "calendar.problem.slots.short",
            "calendar.problem.slots.end",
            null);
    assertThat(slots.problem()).isEqualTo("calendar.problem.slots.overlap");
    assertThat(slots("2027-03-08 09:00-12:00 09:00-12:00").problem())
        .isEqualTo("calendar.problem.slots.overlap");
    assertThat(slots("2027-03-08 09:00-12:00 12:00-13:00").problem()).isNull();
    assertThat(many(Slots.MOST).problem()).isNull();
    assertThat(many(Slots.MOST + 1).problem()).isEqualTo("calendar.problem.slots.many");
  }

  private static Slots many(int count) {
    return new Slots(
        IntStream.range(0, count)
            .mapToObj(
                i -> new TimeSlot(DAY.plusDays(2L * i), LocalTime.of(9, 0), LocalTime.of(12, 0)))
            .toList());
  }

  @Test
  void theSameHoursEachDayNeedNoSlots() {
    assertThat(slots("2027-03-08 09:00-12:00; 2027-03-09 09:00-12:00").plain()).isTrue();
    assertThat(slots("2027-03-08 09:00-12:00").plain()).isTrue();
    assertThat(slots("2027-03-08 09:00-12:00; 2027-03-10 09:00-12:00").plain()).isFalse();
    assertThat(slots("2027-03-08 09:00-12:00 14:00-17:00").plain()).isFalse();
    assertThat(slots("2027-03-08 09:00-12:00; 2027-03-09 09:00-12:30").plain()).isFalse();
    assertThat(Slots.EVERY_DAY.plain()).isFalse();
  }

  private static Slots slots(String text) {
    return Slots.read(text).orElseThrow();
  }
}
