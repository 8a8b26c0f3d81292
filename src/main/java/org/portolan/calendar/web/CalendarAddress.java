package org.portolan.calendar.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.web.Address;

/**
 * What somebody looks at in the calendar, as the address says it, so that it can be passed on.
 *
 * @param path of the page
 * @param period null in an agenda that begins today and has no end
 * @param chosen what restricts, by dimension, without what the path says
 * @param rows kind of rows of a timeline, or null
 * @param zone as it stood in the address, or null
 */
record CalendarAddress(
    String path, View view, Period period, Map<String, String> chosen, String rows, String zone) {

  CalendarAddress {
    chosen = new LinkedHashMap<>(chosen);
  }

  /** The same in another view, in a period that this can show. */
  CalendarAddress in(View other, LocalDate today) {
    return new CalendarAddress(path, other, period(other, today), chosen, rows, zone);
  }

  private Period period(View other, LocalDate today) {
    Optional<Period.Length> usual = other.usual();
    if (usual.isEmpty() || period != null && other.shows(period.length())) {
      return period;
    }
    Period from = period == null ? new Period(Period.Length.DAY, today) : period;
    return from.as(usual.get(), today);
  }

  CalendarAddress at(Period other) {
    return new CalendarAddress(path, view, other, chosen, rows, zone);
  }

  CalendarAddress with(View other, Period when) {
    return new CalendarAddress(path, other, when, chosen, rows, zone);
  }

  CalendarAddress without(String dimension) {
    Map<String, String> rest = new LinkedHashMap<>(chosen);
    rest.remove(dimension);
    return new CalendarAddress(path, view, period, rest, rows, zone);
  }

  CalendarAddress choosing(String dimension, String value) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(dimension, value);
    return new CalendarAddress(path, view, period, more, rows, zone);
  }

  CalendarAddress by(String kind) {
    return new CalendarAddress(path, view, period, chosen, kind, zone);
  }

  /** Of another page of the calendar. */
  CalendarAddress on(String other) {
    return new CalendarAddress(other, view, period, chosen, rows, zone);
  }

  /** All of it but what the path says, in the order of the address. */
  Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    if (view != View.AGENDA) {
      parts.put("view", view.code());
    }
    if (period != null) {
      parts.put("period", period.text());
    }
    parts.putAll(chosen);
    if (rows != null && view == View.TIMELINE) {
      parts.put("rows", rows);
    }
    if (zone != null) {
      parts.put("zone", zone);
    }
    return parts;
  }

  String text() {
    return Address.of(path, parts());
  }

  String text(String parameter, String value) {
    Map<String, String> parts = parts();
    parts.put(parameter, value);
    return Address.of(path, parts);
  }
}
