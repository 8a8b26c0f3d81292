package org.portolan.radar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionPlan;
import org.portolan.container.Scenario;
import org.portolan.office.Office;
import org.portolan.platform.security.Scope;

/** People of a region and drafts of its centres, for tests of the radar. */
final class RadarCast {
  final String region;
  final String one;
  final String other;
  final long coordinator;
  final long staff;
  final long otherStaff;
  private final Scenario scenario;
  private final CalendarService calendar;

  private RadarCast(
      String region, String one, String other, Scenario scenario, CalendarService calendar) {
    this.region = region;
    this.one = one;
    this.other = other;
    this.scenario = scenario;
    this.calendar = calendar;
    coordinator = holder(Office.ROCB_OFFICER, Scope.region(region));
    staff = holder(Office.CENTRE_STAFF, Scope.centre(one));
    otherStaff = holder(Office.CENTRE_STAFF, Scope.centre(other));
  }

  static RadarCast inWestAfrica(Scenario scenario, CalendarService calendar) {
    return new RadarCast("WCA", Scenario.CENTRE, "DEMO-RTC-XS2", scenario, calendar);
  }

  static RadarCast inEastAfrica(Scenario scenario, CalendarService calendar) {
    return new RadarCast("ESA", "DEMO-RTC-XE1", "DEMO-RTC-XE2", scenario, calendar);
  }

  long holder(Office office, Scope scope) {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, office, scope);
    return person;
  }

  void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }

  void leave() {
    scenario.asNobody();
    scenario.endMandates(coordinator, staff, otherStaff);
  }

  /** A draft of one of the two centres, of the first course that is published. */
  long draft(String centre, LocalDate day, int seats) {
    as(centre.equals(one) ? staff : otherStaff);
    long id = calendar.draft(centre, plan(day, seats));
    scenario.asNobody();
    return id;
  }

  SessionPlan plan(LocalDate day, int seats) {
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course WHERE state = 'published'"),
        day,
        day.plusDays(1),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        "Hall",
        "",
        seats,
        List.of("en"),
        Chain.COORDINATOR,
        null,
        false);
  }
}
