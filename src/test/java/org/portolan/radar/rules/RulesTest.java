package org.portolan.radar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of finding, on both sides of each of its thresholds. */
class RulesTest {
  private static final String REGION =
      """
      [region]
      year, today
      2026, 2026-09-01
      [members]
      code, languages
      AA, en
      BB, en
      CC, fr
      DD, en fr
      EE, en
      [centres]
      code, member
      A, AA
      B, BB
      C, CC
      [courses]
      code, centre, theme, level, audience
      V, A, val, basic, operational
      W, B, val, basic, specialist
      M, B, val, manager, manager
      O, A, ori, basic, operational
      L, C, lab, basic, operational
      [sessions]
      """;

  private static final String COLUMNS =
      "name, course, centre, first, last, languages, state, seats, taken, queued, applications,"
          + " invited, timing, interested, interested since\n";

  private static List<String> found(String... lines) {
    return RegionFile.text(REGION + COLUMNS + String.join("\n", lines)).found();
  }

  private static List<String> found(FindingKind kind, String... lines) {
    return found(lines).stream().filter(each -> each.startsWith(kind.code())).toList();
  }

  /** So many more sessions that a plan stands; none of them raises anything of its kind. */
  private static String[] withPlan(String... lines) {
    List<String> all = new java.util.ArrayList<>(List.of(lines));
    for (int week = 0; week < 5; week++) {
      LocalDate monday = LocalDate.of(2026, 11, 2).plusWeeks(7L * week);
      all.add(
          "plan%s, V, A, %s, %s, en fr, published, 60, 55"
              .formatted(week, monday, monday.plusDays(4)));
    }
    return all.toArray(String[]::new);
  }

  @Test
  void aRegionThatIsPlannedWellRaisesNothing() throws Exception {
    assertThat(RegionFile.of("clean.txt").found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-02,true", "2026-12-14,true", "2026-12-15,false"})
  void theSameCourseIsTooMuchWithinSixWeeks(LocalDate second, boolean raised) {
    assertThat(
            found(
                FindingKind.SAME_COURSE,
                "s1, V, A, 2026-11-02, 2026-11-04, en, published, 24",
                "s2, V, B, " + second + ", " + second + ", en, published, 24"))
        .isEqualTo(raised ? List.of("same-course s1 s2") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "A, en, 24, 0, 0, AA, false",
    "B, fr, 24, 0, 0, AA, false",
    "B, en, 20, 16, 0, AA, false",
    "B, en, 20, 15, 0, AA, true",
    "B, en, 20, 0, 5, AA, false",
    "B, en, 20, 0, 4, AA, true",
    "B, en, 20, 0, 0, DD, false",
    "B, en fr, 20, 0, 0, AA DD, true"
  })
  void theSameCourseElsewhereForTheSamePeopleWithSeatsLeft(
      String centre,
      String language,
      int seats,
      int taken,
      int queued,
      String invited,
      boolean raised) {
    List<String> found =
        found(
            FindingKind.SAME_COURSE,
            "s1, V, A, 2026-11-02, 2026-11-04, en, published, 20, 16, 0, 0, AA",
            "s2, V, "
                + String.join(
                    ", ",
                    centre,
                    "2026-11-16",
                    "2026-11-18",
                    language,
                    "published",
                    seats + "",
                    taken + "",
                    queued + "",
                    "0",
                    invited));
    assertThat(found).hasSize(raised ? 1 : 0);
  }

  @Test
  void severalOfOneCourseAreToldOnce() {
    assertThat(
            found(
                FindingKind.SAME_COURSE,
                "s1, V, A, 2026-11-02, , en, published, 24",
                "s2, V, B, 2026-11-09, , en, published, 24",
                "s3, V, C, 2026-11-16, , en, published, 24"))
        .containsExactly("same-course s1 s2 s3");
  }

  @ParameterizedTest
  @CsvSource({
    "W, B, 2026-11-23, true",
    "W, B, 2026-11-24, false",
    "M, B, 2026-11-09, false",
    "W, A, 2026-11-09, false",
    "O, B, 2026-11-16, false"
  })
  void theSameThemeIsTooMuchWithinThreeWeeksAtOneLevel(
      String course, String centre, String second, boolean raised) {
    assertThat(
            found(
                FindingKind.SAME_THEME,
                "s1, V, A, 2026-11-02, , en, published, 24",
                "s2, " + course + ", " + centre + ", " + second + ", , en, published, 24"))
        .isEqualTo(raised ? List.of("same-theme s1 s2") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "V, B, 2026-11-30, en, draft, 20, true",
    "W, B, 2026-11-30, en, draft, 20, true",
    "V, B, 2026-12-01, en, draft, 20, false",
    "V, B, 2026-11-30, en, draft, 21, false",
    "V, B, 2026-11-30, fr, draft, 20, false",
    "V, B, 2026-11-30, en, published, 20, false",
    "V, A, 2026-11-30, en, draft, 20, false",
    "M, B, 2026-11-30, en, draft, 20, false"
  })
  void smallDraftsNearToEachOtherCouldBeOneSession(
      String course,
      String centre,
      String second,
      String language,
      String state,
      int seats,
      boolean raised) {
    assertThat(
            found(
                FindingKind.JOINT_EDITION,
                "s1, V, A, 2026-11-02, , en, draft, 20",
                "s2, "
                    + String.join(", ", course, centre, second, "", language, state, seats + "")))
        .isEqualTo(raised ? List.of("joint-edition s1 s2") : List.of());
  }

  @Test
  void whatCouldBeOneSessionIsNotToldAsTheSameCourseToo() {
    assertThat(
            found("s1, V, A, 2026-11-02, , en, draft, 12", "s2, V, B, 2026-11-10, , en, draft, 12"))
        .containsExactly("joint-edition s1 s2");
  }

  @ParameterizedTest
  @CsvSource({
    "O, B, 2026-11-06, 2026-11-06, en, true",
    "O, B, 2026-11-09, 2026-11-09, en, false",
    "O, A, 2026-11-06, 2026-11-06, en, false",
    "O, B, 2026-11-06, 2026-11-06, fr, false",
    "W, B, 2026-11-06, 2026-11-06, en, false",
    "O, B, 2026-11-06, 2026-11-15, en, true",
    "O, B, 2026-11-06, 2026-11-16, en, false"
  })
  void thePeopleOfOneWeekAreWantedOnce(
      String course, String centre, String first, String last, String language, boolean raised) {
    assertThat(
            found(
                FindingKind.SAME_AUDIENCE,
                "s1, V, A, 2026-11-02, , en, published, 24",
                "s2, " + String.join(", ", course, centre, first, last, language, "published, 24")))
        .isEqualTo(raised ? List.of("same-audience s1 s2") : List.of());
  }

  @Test
  void aLargeRegionHasRoomForMoreInAWeek() {
    String nine =
        "[centres]\ncode, member\n"
            + String.join("\n", "D, DD", "E, EE", "F, DD", "G, EE", "H, DD", "I, EE")
            + "\n[sessions]\n";
    String[] sessions = {
      "s1, V, A, 2026-11-02, , en, published, 24",
      "s2, O, B, 2026-11-03, , en, published, 24",
      "s3, L, C, 2026-11-04, , en, published, 24"
    };
    String two = String.join("\n", List.of(sessions).subList(0, 2));
    assertThat(RegionFile.text(REGION + nine + COLUMNS + two).found()).isEmpty();
    assertThat(RegionFile.text(REGION + nine + COLUMNS + String.join("\n", sessions)).found())
        .containsExactly("same-audience s1 s2 s3");
  }

  private static List<String> onHolidays(String session, String... holidays) {
    return RegionFile.text(
            REGION
                + "\n[holidays]\nmember, day\n"
                + String.join("\n", holidays)
                + "\n[sessions]\n"
                + COLUMNS
                + session)
        .found()
        .stream()
        .filter(each -> each.contains("holiday"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-06, true",
    "2026-11-05, 2026-11-06, false",
    "2026-10-28, 2026-11-06, true",
    "2026-10-26, 2026-11-06, false",
    "2026-11-04, 2026-11-20, true"
  })
  void aHolidayOfTheHostCountsUnlessACourseLastsForWeeks(
      String first, String last, boolean raised) {
    assertThat(
            onHolidays(
                "s1, V, A, " + first + ", " + last + ", en, published, 24", "AA, 2026-11-04"))
        .isEqualTo(raised ? List.of("host-holiday s1") : List.of());
  }

  @Test
  void holidaysOfGuestsCountWhenAGoodPartOfThemIsOff() {
    String all = "s1, V, A, 2026-11-02, 2026-11-06, en, published, 24";
    assertThat(onHolidays(all, "BB, 2026-11-04")).isEmpty();
    assertThat(onHolidays(all, "BB, 2026-11-04", "CC, 2026-11-05")).isEmpty();
    assertThat(onHolidays(all, "BB, 2026-11-04", "CC, 2026-11-04"))
        .containsExactly("guest-holiday s1");
    assertThat(onHolidays(all, "BB, 2026-11-04", "CC, 2026-11-04", "AA, 2026-11-04"))
        .containsExactly("host-holiday s1");
  }

  @Test
  void ofMembersThatAreNamedOneInFourIsEnough() {
    String four = "s1, V, A, 2026-11-02, 2026-11-06, en, published, 24, , , , AA BB CC DD EE";
    assertThat(onHolidays(four, "BB, 2026-11-04")).containsExactly("guest-holiday s1");
    String others = "s1, V, A, 2026-11-02, 2026-11-06, en, published, 24, , , , CC DD";
    assertThat(onHolidays(others, "BB, 2026-11-04")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-06, false",
    "2026-11-02, 2026-11-07, true",
    "2026-11-05, 2026-11-09, true",
    "2026-11-05, 2026-11-10, false",
    "2026-11-01, 2026-11-13, true"
  })
  void daysOfRestAreKeptFree(String first, String last, boolean raised) {
    assertThat(
            found(FindingKind.REST_DAY, "s1, V, A, " + first + ", " + last + ", en, published, 24"))
        .hasSize(raised ? 1 : 0);
  }

  @Test
  void peopleRestOnOtherDaysElsewhere() {
    String rest = "[rest days]\nmember, days\nAA, friday saturday\n[sessions]\n";
    assertThat(
            RegionFile.text(
                    REGION
                        + rest
                        + COLUMNS
                        + "s1, V, A, 2026-11-01, 2026-11-05, en, published, 24\n"
                        + "s2, V, A, 2026-11-16, 2026-11-20, en, published, 24")
                .found())
        .containsExactly("rest-day s2");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-13, draft, true",
    "2026-10-14, draft, false",
    "2026-09-28, published, false",
    "2026-09-01, draft, false"
  })
  void aDraftIsLateSixWeeksBefore(String first, String state, boolean raised) {
    assertThat(found(FindingKind.LATE_DRAFT, "s1, V, A, " + first + ", , en, " + state + ", 24"))
        .hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-29, 20, 0, 3, true",
    "2026-09-29, 20, 0, 4, false",
    "2026-09-29, 20, 4, 0, false",
    "2026-09-30, 20, 0, 0, false",
    "2026-09-01, 20, 0, 0, false"
  })
  void fourWeeksBeforeSomebodyShouldHaveApplied(
      String first, int seats, int taken, int applications, boolean raised) {
    assertThat(
            found(
                FindingKind.FEW_APPLICATIONS,
                "s1, V, A, %s, , en, published, %s, %s, 0, %s"
                    .formatted(first, seats, taken, applications)))
        .hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"20, 5, true", "20, 4, false", "24, 5, false", "24, 6, true"})
  void manyWhoWaitNeedASecondTime(int seats, int queued, boolean raised) {
    assertThat(
            found(
                FindingKind.NO_SECOND_EDITION,
                "s1, V, A, 2026-11-02, , en, published, %s, %s, %s"
                    .formatted(seats, seats, queued)))
        .hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "V, 2027-03-01, en, 10, 0, false",
    "V, 2027-03-01, en, 10, 2, false",
    "V, 2027-03-01, en, 10, 3, true",
    "V, 2027-03-01, en, 10, 10, true",
    "V, 2027-03-01, fr, 10, 0, true",
    "W, 2027-03-01, en, 10, 0, true",
    "V, 2026-08-03, en, 10, 0, true"
  })
  void aSecondTimeHelpsWhereItHasSeats(
      String course, String first, String language, int seats, int taken, boolean raised) {
    assertThat(
            found(
                FindingKind.NO_SECOND_EDITION,
                "s1, V, A, 2026-11-02, , en, published, 20, 20, 8",
                "s2, %s, B, %s, , %s, published, %s, %s"
                    .formatted(course, first, language, seats, taken)))
        .hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 2026-07-03, published, undated, true",
    "4, 2026-07-03, published, undated, false",
    "5, 2026-07-04, published, undated, false",
    "5, 2026-07-03, draft, undated, false",
    "5, 2026-07-03, published, standing, false"
  })
  void interestIsNotLeftWaiting(
      int people, String since, String state, String timing, boolean raised) {
    assertThat(
            found(
                FindingKind.WAITING_INTEREST,
                "s1, V, A, , , en, %s, 24, 0, 0, 0, , %s, %s, %s"
                    .formatted(state, timing, people, since)))
        .hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"5, C, 4, true", "4, C, 4, false", "5, B, 4, false", "5, C, 5, false"})
  void aWeekIsCrowdedBesideTheOthers(int sessions, String third, int others, boolean raised) {
    List<String> lines = new java.util.ArrayList<>();
    List<String> centres = List.of("A", "B", third);
    for (int at = 0; at < sessions; at++) {
      lines.add(
          "c%s, V, %s, 2026-11-02, 2026-11-03, en, published, 24"
              .formatted(at, centres.get(at % 3)));
    }
    // two weeks around it, the other sessions in them
    for (int at = 0; at < others; at++) {
      lines.add(
          "o%s, V, A, %s, , en, published, 24"
              .formatted(at, at % 2 == 0 ? "2026-10-26" : "2026-11-09"));
    }
    assertThat(found(FindingKind.FULL_WEEK, lines.toArray(String[]::new))).hasSize(raised ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01, true", "2026-11-30, false"})
  void aCentreIsIdleAfterAQuarter(LocalDate next, boolean raised) {
    // today is the first of September: thirteen weeks end on the last of November
    List<String> found =
        found(
            FindingKind.IDLE_CENTRE,
            withPlan(
                "b1, V, B, " + next + ", , en, published, 60, 55",
                "b2, V, B, 2027-03-01, , en, published, 60, 55",
                "b3, V, B, 2027-05-17, , en, published, 60, 55",
                "c1, V, C, 2026-11-05, , en, published, 60, 55",
                "c2, V, C, 2027-02-01, , en, published, 60, 55",
                "c3, V, C, 2027-04-26, , en, published, 60, 55"));
    assertThat(found).hasSize(raised ? 1 : 0);
  }

  @Test
  void whereNobodyHasPlannedYetNobodyIsIdle() {
    assertThat(found("b1, V, B, 2026-11-02, , en, published, 60, 55")).isEmpty();
  }

  @Test
  void aThemeOfTheCatalogueIsMissingOnceThereIsAPlan() {
    assertThat(found(FindingKind.MISSING_THEME, withPlan()))
        .containsExactly("missing-theme", "missing-theme");
    assertThat(
            found(
                FindingKind.MISSING_THEME,
                withPlan("o1, O, A, 2026-12-14, , en, draft, 30", "l1, L, C, , , fr, draft, 30")))
        .isEmpty();
    assertThat(found(FindingKind.MISSING_THEME, "v1, V, A, 2026-11-02, , en fr, published, 24"))
        .isEmpty();
  }

  @Test
  void aLanguageIsMissingToSeveralMembersThatHaveNoOther() {
    String[] onlyEnglish = withPlan("o1, O, A, 2026-12-14, , en, draft, 30");
    // one Member alone speaks only French
    assertThat(found(FindingKind.MISSING_LANGUAGE, onlyEnglish)).isEmpty();
    String another = "[members]\ncode, languages\nFF, fr\n[sessions]\n";
    RegionFile file = RegionFile.text(REGION + another + COLUMNS + String.join("\n", onlyEnglish));
    List<Finding> found =
        Rules.look(file.region()).stream()
            .filter(each -> each.kind() == FindingKind.MISSING_LANGUAGE)
            .toList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).members()).containsExactly("CC", "FF");
    assertThat(found.get(0).themes()).containsExactly("ori");
    String[] both =
        withPlan("o1, O, A, 2026-12-14, , en, draft, 30", "o2, O, A, 2027-05-17, , fr, draft, 30");
    assertThat(
            RegionFile.text(REGION + another + COLUMNS + String.join("\n", both)).found().stream()
                .filter(each -> each.startsWith("missing-language")))
        .isEmpty();
  }

  @Test
  void aMemberIsMissingThatNothingReaches() {
    String[] plan = withPlan();
    assertThat(found(FindingKind.MISSING_MEMBER, plan)).isEmpty();
    String another = "[members]\ncode, languages\nPP, pt\n[sessions]\n";
    RegionFile file = RegionFile.text(REGION + another + COLUMNS + String.join("\n", plan));
    assertThat(
            Rules.look(file.region()).stream()
                .filter(each -> each.kind() == FindingKind.MISSING_MEMBER)
                .map(Finding::members))
        .containsExactly(List.of("PP"));
  }

  @Test
  void aMemberThatNoSessionInvitesIsMissingToo() {
    List<String> lines = new java.util.ArrayList<>();
    for (String line : withPlan()) {
      lines.add(line + ", 0, 0, AA BB CC DD");
    }
    assertThat(found(FindingKind.MISSING_MEMBER, lines.toArray(String[]::new))).hasSize(1);
  }

  @Test
  void theSamePictureGivesTheSameListAndOtherFactsAnotherFingerprint() {
    String one = "s1, V, A, 2026-11-02, , en, published, 24";
    List<Finding> first = look(one, "s2, V, B, 2026-11-09, , en, published, 24");
    assertThat(look("s1, V, A, 2026-11-02, , en, published, 24, 3, 0, 9", second(24)))
        .extracting(Finding::fingerprint)
        .containsExactlyElementsOf(first.stream().map(Finding::fingerprint).toList());
    assertThat(look(one, second(25)))
        .extracting(Finding::fingerprint)
        .doesNotContainAnyElementsOf(first.stream().map(Finding::fingerprint).toList());
  }

  private static String second(int seats) {
    return "s2, V, B, 2026-11-09, , en, published, " + seats;
  }

  private static List<Finding> look(String... lines) {
    return Rules.look(RegionFile.text(REGION + COLUMNS + String.join("\n", lines)).region());
  }

  private static final String RESOURCES = "\n[resources]\nname, centre, kind, taken, displaced\n";

  @ParameterizedTest
  @CsvSource({
    "2027-01-04/2027-01-13, 2026-12-31, true", // ten days without any room, the other has one free
    "2027-01-04/2027-01-12, 2026-12-31, false",
    "2026-12-27/2027-01-09, 2026-12-31, false", // nine of them in the quarter
    "2027-01-04/2027-01-13, 2027-01-01, false",
    "2027-01-04/2027-01-13, 2027-03-31, false",
    "2027-01-04/2027-01-13, 2027-04-01, true",
    "2027-01-04/2027-01-13, , false", // keeps no bookings here
    "2026-09-01/2026-09-30, 2026-12-31, false" // the quarter goes on
  })
  void aRoomIsIdleForAQuarterInWhichAnotherCentreHasNoneLeft(
      String full, String used, boolean raised) {
    String rooms = "R1, A, room, %s\nR2, B, room, %s\n".formatted(full, used == null ? "" : used);
    assertThat(RegionFile.text(REGION + COLUMNS + RESOURCES + rooms).found())
        .isEqualTo(raised ? List.of("idle-room") : List.of());
  }

  @Test
  void oneRoomThatIsLeftIsEnough() {
    assertThat(
            RegionFile.text(
                    REGION
                        + COLUMNS
                        + RESOURCES
                        + "R1, A, room, 2027-01-04/2027-01-20\n"
                        + "R2, A, room, 2027-01-04/2027-01-12\n"
                        + "R3, B, room, 2026-12-01\n")
                .found())
        .isEmpty();
  }

  @Test
  void namesOfRoomsAreForTheCentreThatHasThem() {
    List<Finding> found =
        Rules.look(
            RegionFile.text(
                    REGION
                        + COLUMNS
                        + RESOURCES
                        + "R1, A, trainer, 2027-01-04/2027-01-20\nR3, B, trainer, 2026-12-01\n")
                .region());
    assertThat(found).singleElement().matches(each -> each.isFor(Set.of("B")));
    assertThat(found.get(0).isFor(Set.of("A", "C"))).isFalse();
    assertThat(found.get(0).soonest()).isEqualTo("2027-01-01");
  }

  @Test
  void threeDraftsThatCannotAllSitTogetherAreToldOnce() {
    assertThat(
            found(
                "s1, V, A, 2026-11-02, , en, draft, 20",
                "s2, V, B, 2026-11-09, , en, draft, 20",
                "s3, V, C, 2026-11-16, , en, draft, 20"))
        .containsExactly("joint-edition s1 s2");
    // a fourth makes another one with the third
    assertThat(
            found(
                "s1, V, A, 2026-11-02, , en, draft, 20",
                "s2, V, B, 2026-11-09, , en, draft, 20",
                "s3, V, C, 2026-11-16, , en, draft, 20",
                "s4, V, A, 2026-11-23, , en, draft, 20"))
        .containsExactly("joint-edition s1 s2", "joint-edition s3 s4");
    // what is published beside them is still too much
    assertThat(
            found(
                "s1, V, A, 2026-11-02, , en, draft, 20",
                "s2, V, B, 2026-11-09, , en, draft, 20",
                "s3, V, C, 2026-11-16, , en, published, 20"))
        .containsExactly("joint-edition s1 s2", "same-course s1 s2 s3");
  }

  @Test
  void whatHasNoDaysIsInOrderOfHowLongPeopleWait() {
    assertThat(
            found(
                FindingKind.WAITING_INTEREST,
                "u1, V, A, , , en, published, 20, 0, 0, 0, , undated, 9, 2026-06-01",
                "u2, V, A, , , en, published, 20, 0, 0, 0, , undated, 9, 2026-05-01"))
        .containsExactly("waiting-interest u2", "waiting-interest u1");
    assertThat(look(withPlan()))
        .filteredOn(each -> each.kind() == FindingKind.MISSING_THEME)
        .extracting(Finding::soonest)
        .containsOnlyNulls();
  }

  @Test
  void aCentreThatNeverPlannedAnythingHereIsNotIdle() {
    String[] plan = withPlan();
    String more = "[centres]\ncode, member, plans\nX, AA, %s\n[sessions]\n";
    for (String plans : List.of("", "yes")) {
      List<Finding> found =
          Rules.look(
              RegionFile.text(REGION + more.formatted(plans) + COLUMNS + String.join("\n", plan))
                  .region());
      assertThat(found)
          .filteredOn(each -> each.subject().equals("centre:X"))
          .hasSize(plans.isEmpty() ? 0 : 1);
    }
  }
}
