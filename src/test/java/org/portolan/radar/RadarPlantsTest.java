package org.portolan.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.portolan.radar.rules.Finding;
import org.portolan.radar.rules.RegionFile;
import org.portolan.radar.rules.Rules;

/**
 * Cases of every kind in {@code src/docs/radar.md}, and beside each some that just miss its
 * thresholds. They were laid by somebody who knew only that description, not the rules. Each test
 * names all that may be found in its region, so whatever else is raised fails it.
 */
class RadarPlantsTest {
  @Test
  void nothingIsRaisedInARegionThatIsPlannedWell() throws IOException {
    assertThat(RegionFile.of("clean.txt").found()).isEmpty();
  }

  @Test
  void whatSeveralCentresPlanAtTheSameTimeIsFound() throws IOException {
    assertThat(found(RegionFile.of("clean.txt", "planted-twice.txt"), Finding::languages))
        .containsExactlyInAnyOrder(
            "joint-edition one-course-b one-course-c [fr]",
            "joint-edition one-theme-a one-theme-c [en]",
            "same-course course-a course-b [en]",
            "same-course seat-too-many-a seat-too-many-c [en]",
            "same-theme theme-b theme-c [fr]",
            "same-theme autumn-a autumn-b [en]",
            "same-audience week-b week-c [en]",
            "same-audience recruits-a recruits-c [fr]");
  }

  @Test
  void inALargeRegionTheSamePeopleMustBeWantedMoreOften() throws IOException {
    assertThat(found(RegionFile.of("planted-large.txt"), Finding::centres))
        .containsExactlyInAnyOrder(
            "same-audience three-01 three-05 three-09 [R-01, R-05, R-09]",
            "same-audience heads-02 heads-10 heads-11 [R-02, R-10, R-11]");
  }

  @Test
  void sessionsOnHolidaysAndDaysOfRestAreFoundWithTheirDays() throws IOException {
    assertThat(found(RegionFile.of("clean.txt", "planted-days.txt"), Finding::days))
        .containsExactlyInAnyOrder(
            "host-holiday host-b [2027-05-27]",
            "host-holiday host-long-c [2026-11-11]",
            "host-holiday host-ten-a [2027-05-12]",
            "guest-holiday guests-a [2027-03-10]",
            "guest-holiday named-a [2027-02-17]",
            "guest-holiday guests-long-b [2027-06-24]",
            "rest-day sunday-b [2027-01-10]",
            "rest-day across-g [2027-01-08, 2027-01-09]",
            "rest-day friday-g [2027-02-26]",
            "rest-day weekend-a [2027-04-17, 2027-04-18]");
  }

  @Test
  void holidaysAreToldWithTheMembersThatAreOff() throws IOException {
    assertThat(found(RegionFile.of("clean.txt", "planted-days.txt"), Finding::members))
        .contains(
            "host-holiday host-b [BB]",
            "host-holiday host-long-c [CC]",
            "host-holiday host-ten-a [AA]",
            "guest-holiday guests-a [DD, FF]",
            "guest-holiday named-a [EE]",
            "guest-holiday guests-long-b [DD, FF]");
  }

  @Test
  void lateDraftsEmptySeatsLongQueuesAndWaitingPeopleAreFound() throws IOException {
    assertThat(found(RegionFile.of("clean.txt", "planted-seats.txt"), Finding::centres))
        .containsExactlyInAnyOrder(
            "late-draft late-b [RTC-BB]",
            "late-draft tomorrow-c [RTC-CC]",
            "few-applications few-a [RTC-AA]",
            "few-applications few-b [RTC-BB]",
            "no-second-edition full-a [RTC-AA]",
            "no-second-edition full-d [RTC-CC]",
            "waiting-interest wait-a [RTC-AA]",
            "waiting-interest wait-b [RTC-BB]");
  }

  @Test
  void crowdedWeeksAndIdleCentresAreFound() throws IOException {
    assertThat(found(RegionFile.of("clean.txt", "planted-weeks.txt"), Finding::centres))
        .containsExactlyInAnyOrder(
            "full-week march-1 march-2 march-3 march-4 march-5 [RTC-AA, RTC-BB, RTC-CC]",
            "full-week november-1 november-2 november-3 november-4 november-5 november-6"
                + " [RTC-AA, RTC-BB, RTC-CC]",
            "idle-centre [RTC-DD]",
            "idle-centre [RTC-EE]");
  }

  @Test
  void idleRoomsAndTrainersAreFoundWhereOthersAreShortOfThem() throws IOException {
    RegionFile region = RegionFile.of("clean.txt", "planted-idle.txt");
    assertThat(found(region, Finding::centres))
        .containsExactlyInAnyOrder(
            "idle-room [RTC-AA, RTC-BB, RTC-EE]",
            "idle-room [RTC-AA, RTC-DD, RTC-EE]",
            "idle-room [RTC-AA, RTC-EE, RTC-FF]",
            "idle-room easter-c [RTC-CC, RTC-EE]",
            "idle-room easter-c [RTC-CC, RTC-GG]",
            "idle-trainer [RTC-BB, RTC-CC]",
            "idle-trainer [RTC-BB, RTC-DD]",
            "idle-trainer june-a [RTC-AA, RTC-BB]",
            "idle-trainer june-a [RTC-AA, RTC-EE]");
    assertThat(
            found(
                region,
                finding -> finding.resources().stream().map(Finding.Resource::name).toList()))
        .containsExactlyInAnyOrder(
            "idle-room [Room B1]",
            "idle-room [Room D1]",
            "idle-room [Room F1]",
            "idle-room easter-c [Studio E]",
            "idle-room easter-c [Room G1, Room G2]",
            "idle-trainer [Trainer C1]",
            "idle-trainer [Trainer D1]",
            "idle-trainer june-a [Trainer B1]",
            "idle-trainer june-a [Trainer E1, Trainer E2]");
    assertThat(found(region, Finding::days))
        .containsExactlyInAnyOrder(
            "idle-room [2026-10-01, 2026-12-31]",
            "idle-room [2026-10-01, 2026-12-31]",
            "idle-room [2026-10-01, 2026-12-31]",
            "idle-room easter-c [2027-01-01, 2027-03-31]",
            "idle-room easter-c [2027-04-01, 2027-06-30]",
            "idle-trainer [2026-07-01, 2026-09-30]",
            "idle-trainer [2026-07-01, 2026-09-30]",
            "idle-trainer june-a [2027-04-01, 2027-06-30]",
            "idle-trainer june-a [2027-04-01, 2027-06-30]");
  }

  @Test
  void aQuarterThatHasBegunHasNoIdleRoomsOrTrainers() throws IOException {
    RegionFile region = RegionFile.of("clean.txt", "planted-idle-begun.txt");
    assertThat(found(region, Finding::centres))
        .containsExactlyInAnyOrder(
            "late-draft a2 [RTC-AA]",
            "idle-room [RTC-AA, RTC-BB]",
            "idle-room [RTC-AA, RTC-EE]",
            "idle-trainer winter-c [RTC-CC, RTC-EE]");
    assertThat(
            found(
                region,
                finding -> finding.resources().stream().map(Finding.Resource::name).toList()))
        .contains(
            "idle-room [Room B2]", "idle-room [Room E1]", "idle-trainer winter-c [Trainer E1]");
    assertThat(found(region, Finding::days))
        .contains(
            "idle-room [2027-01-01, 2027-03-31]", "idle-trainer winter-c [2027-01-01, 2027-03-31]");
  }

  @Test
  void aQuarterThatBeginsTomorrowHasThem() throws IOException {
    RegionFile region =
        RegionFile.on(LocalDate.of(2026, 9, 30), "clean.txt", "planted-idle-begun.txt");
    assertThat(
            found(
                region,
                finding -> finding.resources().stream().map(Finding.Resource::name).toList()))
        .containsExactlyInAnyOrder(
            "late-draft a2 []",
            "idle-room [Room B1]",
            "idle-room [Room D1]",
            "idle-room [Room E1]",
            "idle-trainer c1 winter-c [Trainer D1]",
            "idle-trainer winter-c [Trainer E1]");
  }

  @Test
  void themesLanguagesAndMembersThatAreLeftOutAreFound() throws IOException {
    RegionFile region = RegionFile.of("clean.txt", "planted-gaps.txt");
    assertThat(found(region, Finding::themes))
        .containsExactlyInAnyOrder(
            "missing-theme [ipr]",
            "missing-theme [transit]",
            "missing-language [classification]",
            "missing-language [aeo, classification, environment, leadership, origin, pca]",
            "missing-member []");
    assertThat(found(region, Finding::members))
        .containsExactlyInAnyOrder(
            "missing-theme []",
            "missing-theme []",
            "missing-language [CC, EE]",
            "missing-language [GG, HH]",
            "missing-member [KK, NN]");
  }

  @Test
  void nothingIsMissingInAYearThatHasHardlyBegunToBePlanned() throws IOException {
    assertThat(RegionFile.of("planted-young.txt").found()).isEmpty();
  }

  /** The kind, the names of the sessions and some other part of each finding, both in order. */
  private static List<String> found(RegionFile file, Function<Finding, Collection<?>> part) {
    return Rules.look(file.region()).stream()
        .map(
            each -> {
              Set<String> names = new TreeSet<>(Arrays.asList(file.names(each).split(" ")));
              Set<Object> parts = new TreeSet<>(part.apply(each));
              return (each.kind().code() + " " + String.join(" ", names)).strip() + " " + parts;
            })
        .toList();
  }
}
