package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a session is, without names in any language and without who holds its seats.
 *
 * @param zone IANA name of the zone on whose clocks the days and times are
 * @param languages codes separated by spaces
 * @param sequenceNumber how often it changed after publication
 */
public record SessionFacts(
    long id,
    String code,
    long courseId,
    String centreCode,
    String regionCode,
    String themeCode,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalTime dayStart,
    LocalTime dayEnd,
    String zone,
    Instant startsAt,
    Instant endsAt,
    String venue,
    String room,
    int seats,
    String languages,
    Approval approval,
    boolean online,
    SessionState state,
    int sequenceNumber,
    Instant updatedAt) {

  public SessionFacts {
    venue = OneLine.of(venue);
    room = OneLine.of(room);
  }
}
