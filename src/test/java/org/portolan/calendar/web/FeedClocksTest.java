package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.HardSessions;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Slots;
import org.portolan.calendar.TimeSlot;

/**
 * The hours of a session are the same as stored, as shown, as written to feeds and as read there,
 * in all zones and at each change of their clocks from 2020 to 2035. The reader knows no zone by
 * its name: {@link Feeds#nameless}.
 */
class FeedClocksTest {
  private static final boolean DRILL = Boolean.getBoolean("portolan.drill");

  /** Of the sessions around a change only each so manieth is taken in a short run, in turn. */
  private static final int STEP = 67;

  /** And so manieth change where clocks are those of a zone that was looked at before. */
  private static final int ALIKE = 3;

  private static final LocalDate NO_CHANGE = LocalDate.parse("2027-03-28");

  private final List<String> differences = new ArrayList<>();
  private int sessions;
  private int days;
  private int inSlots;

  @Test
  void inAllZonesAndAtEachChangeOfTheirClocks() {
    Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    Set<String> known = new HashSet<>();
    int changes = 0;
    for (String zone : zones) {
      List<ZoneOffsetTransition> ofZone = HardSessions.changes(zone);
      boolean first = known.add(ofZone + " " + clocks(zone));
      int step = DRILL && first ? 1 : STEP;
      if (ofZone.isEmpty()) {
        compare(HardSessions.around(zone, NO_CHANGE, step, sessions));
      }
      for (int i = 0; i < ofZone.size(); i++) {
        if (DRILL || first || i % ALIKE == sessions % ALIKE) {
          compare(HardSessions.around(zone, ofZone.get(i), step, sessions));
          changes++;
        }
      }
    }
    System.out.printf(
        "%d zones, %d changes, %d sessions (%d in slots) of %d days: %d differences%n",
        zones.size(), changes, sessions, inSlots, days, differences.size());
    assertThat(differences).isEmpty();
    assertThat(changes).isGreaterThan(2_000);
    assertThat(inSlots).isGreaterThan(2_000);
  }

  private static String clocks(String zone) {
    return ZoneId.of(zone).getRules().getOffset(NO_CHANGE.atTime(12, 0)).getId();
  }

  @Test
  void aFeedThatTellsOtherClocksIsReadByThem() {
    ZoneOffsetTransition change = HardSessions.changes("Europe/Brussels").get(0);
    List<SessionSummary> around = HardSessions.around("Europe/Brussels", change);
    String feed = Feeds.of(around);
    compare(around, feed);
    assertThat(differences).isEmpty();
    compare(around, feed.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"));
    assertThat(differences).isNotEmpty();
  }

  @Test
  void noZoneIsAddedToThoseThatTheProgramKnows() {
    Set<String> before = ZoneId.getAvailableZoneIds();
    Feeds.of(HardSessions.around("Europe/Moscow", NO_CHANGE, STEP, 0));
    assertThat(ZoneId.getAvailableZoneIds())
        .isEqualTo(before)
        .noneMatch(zone -> zone.contains("~"));
  }

  private void compare(List<SessionSummary> around) {
    String feed = Feeds.of(around);
    FeedCheck.problems(feed)
        .forEach(problem -> differences.add(around.get(0).facts().zone() + ": " + problem));
    compare(around, feed);
  }

  private void compare(List<SessionSummary> around, String feed) {
    Map<String, BiweeklyReader.Told> read = BiweeklyReader.read(Feeds.nameless(feed));
    for (SessionSummary session : around) {
      SessionFacts facts = session.facts();
      List<HeldDay> held = facts.days();
      sessions++;
      inSlots += facts.slots().everyDay() ? 0 : 1;
      days += held.size();
      same("stored", facts, held.get(0).startsAt(), facts.startsAt());
      same(
          "stored",
          facts,
          held.stream().map(HeldDay::endsAt).max(Instant::compareTo).orElseThrow(),
          facts.endsAt());
      same("text", facts, Optional.of(facts.slots()), Slots.read(facts.slots().text()));
      facts.meets().forEach(slot -> shown(facts, facts.held(slot), slot));
      same(
          "held",
          facts,
          Set.copyOf(held),
          facts.meets().stream().map(facts::held).collect(Collectors.toSet()));
      same("read", facts, held, read.get(facts.code() + "@portolan").days());
    }
  }

  /** Clocks show what pages say, or skip it. */
  private void shown(SessionFacts facts, HeldDay held, TimeSlot slot) {
    Instant starts = meant(facts, slot.day().atTime(slot.start()));
    Instant ends = meant(facts, slot.day().atTime(slot.end()));
    same("start", facts, starts, held.startsAt());
    if (ends.isAfter(starts)) {
      same("end", facts, ends, held.endsAt());
    } else {
      same("length", facts, Duration.between(slot.start(), slot.end()), held.length());
    }
  }

  private Instant meant(SessionFacts facts, LocalDateTime said) {
    ZoneRules rules = ZoneId.of(facts.zone()).getRules();
    ZoneOffsetTransition change = rules.getTransition(said);
    Instant meant =
        said.toInstant(change == null ? rules.getOffset(said) : change.getOffsetBefore());
    if (change == null || change.isOverlap()) {
      same("shown", facts, said, LocalDateTime.ofInstant(meant, ZoneId.of(facts.zone())));
    }
    return meant;
  }

  private void same(String what, SessionFacts facts, Object wanted, Object found) {
    if (!wanted.equals(found) && differences.size() < 100) {
      differences.add(
          "%s %s %s..%s %s-%s %s: %s, not %s"
              .formatted(
                  what,
                  facts.zone(),
                  facts.firstDay(),
                  facts.lastDay(),
                  facts.dayStart(),
                  facts.dayEnd(),
                  facts.slots().text(),
                  found,
                  wanted));
    }
  }
}
