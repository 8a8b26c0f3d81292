package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.portolan.approval.Chain;

/**
 * What a session is, without names in any language and without who holds its seats.
 *
 * @param zone IANA name of the zone on whose clocks the days and times are
 * @param languages codes separated by spaces
 * @param approval whose consent an application needs
 * @param donor code of the body that pays for it, or null
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
    Chain approval,
    String donor,
    boolean online,
    SessionState state,
    int sequenceNumber,
    Instant updatedAt) {

  public SessionFacts {
    venue = OneLine.of(venue);
    room = OneLine.of(room);
  }
}
