package org.portolan.attendance;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.enrolment.OfferedSession;

/**
 * The roll of a session as those see it who call it.
 *
 * @param held what holds, by person and code of the half-day
 * @param former marks of half-days on which the session is no longer held, the latest to come first
 * @param signature the last one, or null
 * @param digest of the attendance as it is now
 * @param enough what is asked for before somebody is given a certificate
 * @param closesAt from when on a change needs a reason, if it is not signed before
 */
public record Roll(
    OfferedSession session,
    List<HalfDay> halves,
    List<RollPerson> people,
    Map<Attendee, Map<String, Mark>> held,
    List<DeviceChain> devices,
    List<Mark> former,
    Signature signature,
    String digest,
    Instant closesAt,
    boolean closed,
    boolean signable,
    EnoughPresence enough) {

  public Optional<Mark> mark(Attendee who, String half) {
    return Optional.ofNullable(held.getOrDefault(who, Map.of()).get(half));
  }

  /** Whether somebody is given a certificate: it is closed, and they were there enough. */
  boolean certified(RollPerson person) {
    long attended = OwnAttendance.attended(halves, held.getOrDefault(person.attendee(), Map.of()));
    return closed && person.expected() && enough.holds(attended, halves.size());
  }

  /** Whether anybody is. */
  public boolean anyCertified() {
    return people.stream().anyMatch(this::certified);
  }

  /** When it was made, on the clocks of the centre. */
  public LocalTime time(Mark mark) {
    return LocalTime.ofInstant(mark.markedAt(), ZoneId.of(session.zone()));
  }

  /** Whether what was signed is what holds now. */
  public boolean asSigned() {
    return signature != null && signature.digest().equals(digest);
  }
}
