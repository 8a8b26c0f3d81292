package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.HardSessions;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.web.Feeds;

/**
 * What is asked of feeds in all zones by one reader, asked by another in a browser: for each way in
 * which clocks of the world change, some of its changes from 2020 to 2035.
 */
class FeedClocksIT {
  private static final int CHANGES = 4;
  private static final int STEP = 11;
  private static final LocalDate NO_CHANGE = LocalDate.parse("2027-03-28");

  private final List<String> differences = new ArrayList<>();
  private int feeds;
  private int sessions;

  @Test
  void aBrowserReadsTheHoursThatAreStored() {
    Set<String> known = new HashSet<>();
    try (IcalJs reader = new IcalJs()) {
      for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
        List<ZoneOffsetTransition> changes = HardSessions.changes(zone);
        if (known.add(changes.toString())) {
          if (changes.isEmpty()) {
            compare(reader, HardSessions.around(zone, NO_CHANGE, STEP, feeds));
          }
          int apart = Math.max(1, changes.size() / CHANGES);
          for (int i = 0; i < changes.size(); i += apart + (apart + 1) % 2) {
            compare(reader, HardSessions.around(zone, changes.get(i), STEP, feeds));
          }
        }
      }
    }
    System.out.printf(
        "ical.js: %d feeds, %d sessions: %d differences%n", feeds, sessions, differences.size());
    assertThat(differences).isEmpty();
    assertThat(feeds).isGreaterThan(200);
  }

  @Test
  void aBrowserBelievesTheClocksThatAFeedTells() {
    ZoneOffsetTransition change = HardSessions.changes("Europe/Brussels").get(0);
    List<SessionSummary> around = HardSessions.around("Europe/Brussels", change);
    String other = Feeds.of(around).replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300");
    try (IcalJs reader = new IcalJs()) {
      compare(around, reader.read(Feeds.nameless(other)));
    }
    assertThat(differences).isNotEmpty();
  }

  private void compare(IcalJs reader, List<SessionSummary> around) {
    feeds++;
    sessions += around.size();
    compare(around, reader.read(Feeds.nameless(Feeds.of(around))));
  }

  private void compare(List<SessionSummary> around, Map<String, List<HeldDay>> read) {
    for (SessionSummary session : around) {
      SessionFacts facts = session.facts();
      List<HeldDay> found = read.get(facts.code() + "@portolan");
      if (!facts.days().equals(found)) {
        differences.add(
            "%s %s..%s %s-%s %s: %s, not %s"
                .formatted(
                    facts.zone(),
                    facts.firstDay(),
                    facts.lastDay(),
                    facts.dayStart(),
                    facts.dayEnd(),
                    facts.slots().text(),
                    found,
                    facts.days()));
      }
    }
  }
}
