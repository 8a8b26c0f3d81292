package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.Slots;

class SlotRowsTest {
  private static final String[] DAYS = {"2027-03-08", "2027-03-08"};
  private static final String[] STARTS = {"09:00", "14:00"};
  private static final String[] ENDS = {"12:00", "17:00"};

  private static SlotRows sent(String command) {
    return SlotRows.sent(
        Map.of(
            SlotRows.DAY,
            DAYS,
            SlotRows.START,
            STARTS,
            SlotRows.END,
            ENDS,
            SlotRows.DO,
            new String[] {command}));
  }

  @Test
  void theLastDayIsRepeatedWithAllOfIt() {
    assertThat(sent("next").slots().text())
        .isEqualTo("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-09 09:00-12:00 14:00-17:00");
    assertThat(sent("week").slots().days()).hasToString("[2027-03-08, 2027-03-15]");
    assertThat(sent("next").focus()).isEqualTo(2);
  }

  @Test
  void aSlotIsAddedOrRemoved() {
    assertThat(sent("add").list()).hasSize(3);
    assertThat(sent("add").list().get(2)).isEqualTo(new SlotRows.Row("2027-03-08", "", ""));
    assertThat(sent("remove-0").slots().text()).isEqualTo("2027-03-08 14:00-17:00");
    assertThat(sent("remove-7").list()).hasSize(2);
    assertThat(sent("remove-x").list()).hasSize(2);
    assertThat(sent("somethingElse").list()).hasSize(2);
  }

  @Test
  void whatCannotBeReadStaysAsItWasTypedAndIsSaid() {
    SlotRows rows =
        SlotRows.sent(
            Map.of(
                SlotRows.DAY, new String[] {"8 March", "2027-03-09", "", "2027-03-09"},
                SlotRows.START, new String[] {"09:00", "9", "", "10:00"},
                SlotRows.END, new String[] {"12:00", "12:00", "", "09:00"}));
    assertThat(rows.list().stream().map(rows::problem))
        .containsExactly(
            "calendar.problem.day", "calendar.problem.time", null, "calendar.problem.slots.end");
    assertThat(rows.list().get(0).day()).isEqualTo("8 March");
    assertThat(rows.problem()).isEqualTo("calendar.problem.day");
  }

  /** Years of nine digits are days too, after which no other comes. */
  @Test
  void aDayBeyondAllCalendarsIsSaidLikeAnyOtherWrongOne() {
    for (String command : List.of("next", "week", "add", "remove-1", "")) {
      SlotRows rows =
          SlotRows.sent(
              Map.of(
                  SlotRows.DAY, new String[] {"+999999999-12-31", "2027-03-09"},
                  SlotRows.START, new String[] {"09:00", "10:00"},
                  SlotRows.END, new String[] {"12:00", "12:00"},
                  SlotRows.DO, new String[] {command}));
      assertThat(rows.list().get(0).day()).as(command).isEqualTo("+999999999-12-31");
      assertThat(rows.problem()).as(command).isEqualTo("calendar.problem.day");
    }
    Slots usual = Slots.readNumbered("1 09:00-12:00; 3 09:00-12:00").orElseThrow();
    assertThat(SlotRows.usual(usual, LocalDate.MAX).list())
        .extracting(SlotRows.Row::day)
        .containsOnly("");
  }

  @Test
  void secondsAreNotLeftOutInSilence() {
    SlotRows rows =
        SlotRows.sent(
            Map.of(
                SlotRows.DAY, new String[] {"2027-03-08", "2027-03-09"},
                SlotRows.START, new String[] {"09:00:30", "09:00:00"},
                SlotRows.END, new String[] {"12:00", "12:00"}));
    assertThat(rows.list().stream().map(rows::problem))
        .containsExactly("calendar.problem.time", null);
  }

  @Test
  void withoutAnySlotThatIsSaid() {
    SlotRows none = SlotRows.sent(Map.of());
    assertThat(none.list()).containsExactly(SlotRows.Row.EMPTY);
    assertThat(none.problem()).isEqualTo("calendar.problem.slots.none");
    assertThat(SlotRows.of(Slots.read("2027-03-08 09:00-12:00").orElseThrow().list()).problem())
        .isNull();
  }

  @Test
  void moreThanOneSessionHasAreNotTaken() {
    String[] many = new String[500];
    java.util.Arrays.fill(many, "2027-03-08");
    String[] times = new String[500];
    java.util.Arrays.fill(times, "09:00");
    SlotRows rows =
        SlotRows.sent(
            Map.of(
                SlotRows.DAY,
                many,
                SlotRows.START,
                times,
                SlotRows.END,
                times,
                SlotRows.DO,
                new String[] {"next"}));
    assertThat(rows.list()).hasSize(Slots.MOST + 1);
    assertThat(List.of(rows.slots().problem())).containsExactly("calendar.problem.slots.many");
  }

  @Test
  void whatIsUsualFollowsFromTheFirstDay() {
    Slots usual = Slots.readNumbered("1 09:00-12:00 14:00-17:00; 3 09:00-12:00").orElseThrow();
    SlotRows open = SlotRows.usual(usual, null);
    assertThat(open.list()).extracting(SlotRows.Row::day).containsOnly("");
    assertThat(open.say(usual)).isTrue();
    assertThat(open.completed(usual)).as("no first day").isSameAs(open);

    SlotRows begun =
        SlotRows.sent(
            Map.of(
                SlotRows.DAY, new String[] {"2027-03-08", "", ""},
                SlotRows.START, new String[] {"09:00", "14:00", "09:00"},
                SlotRows.END, new String[] {"12:00", "17:00", "12:00"}));
    assertThat(begun.completed(usual).slots().text())
        .isEqualTo("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00");
    assertThat(begun.completed(usual).say(usual)).isTrue();
    Slots other = Slots.readNumbered("1 09:00-12:00 14:00-17:00; 2 09:00-12:30").orElseThrow();
    assertThat(begun.completed(other)).as("hours were changed").isSameAs(begun);
    assertThat(begun.completed(usual).say(other)).isFalse();
  }
}
