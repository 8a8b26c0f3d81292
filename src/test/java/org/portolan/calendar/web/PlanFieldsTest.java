package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Timing;

class PlanFieldsTest {
  private static final PlanFields HOUSE = PlanFields.of(SessionDefaults.HOUSE);
  private static final PlanFields COURSE =
      PlanFields.of(
          new SessionDefaults(
              Timing.DATED,
              5,
              LocalTime.of(8, 30),
              LocalTime.of(16, 30),
              "Main hall",
              "Room 2",
              true,
              12,
              List.of("fr", "en"),
              Chain.read("supervisor:5 centre").orElseThrow(),
              "DONOR"));

  private static PlanFields typed(PlanFields shown, String field, String value) {
    Map<String, String> values = new LinkedHashMap<>(shown.values());
    values.put(field, value);
    return new PlanFields(values);
  }

  @Test
  void eachFieldIsFilledInAsItsText() {
    assertThat(COURSE.values())
        .containsEntry("timing", "dated")
        .containsEntry("start", "08:30")
        .containsEntry("end", "16:30")
        .containsEntry("venue", "Main hall")
        .containsEntry("room", "Room 2")
        .containsEntry("online", "true")
        .containsEntry("seats", "12")
        .containsEntry("languages", "en fr")
        .containsEntry("approval", "supervisor:5 centre")
        .containsEntry("donor", "DONOR");
  }

  @Test
  void whatHasNoTimesIsGivenThoseOfTheHouseAndWhatHasNoBoundNoSeats() {
    PlanFields standing =
        PlanFields.of(
            new SessionDefaults(
                Timing.STANDING,
                null,
                null,
                null,
                "",
                "",
                true,
                null,
                List.of(),
                Chain.NONE,
                null));
    assertThat(standing.get("start")).isEqualTo("09:00");
    assertThat(standing.get("end")).isEqualTo("16:30");
    assertThat(standing.get("seats")).isEmpty();
    assertThat(standing.get("donor")).isEmpty();
  }

  @Test
  void whatNobodyTouchedFollowsTheCourse() {
    assertThat(HOUSE.following(HOUSE, COURSE)).isEqualTo(COURSE);
    assertThat(COURSE.following(COURSE, HOUSE)).isEqualTo(HOUSE);
  }

  @Test
  void whatWasTypedStays() {
    PlanFields typed = typed(typed(HOUSE, "seats", "forty"), "start", "");
    PlanFields followed = typed.following(HOUSE, COURSE);
    assertThat(followed.get("seats")).isEqualTo("forty");
    assertThat(followed.get("start")).isEmpty();
    assertThat(followed.get("venue")).isEqualTo("Main hall");
    assertThat(followed.following(COURSE, HOUSE)).isEqualTo(typed);
  }

  @Test
  void aChainThatCannotBeReadStays() {
    PlanFields typed = typed(HOUSE, "approval", PlanFields.chain(null));
    assertThat(typed.following(HOUSE, COURSE).get("approval")).isEqualTo(PlanFields.chain(null));
    assertThat(Chain.read(PlanFields.chain(null))).isEmpty();
  }
}
