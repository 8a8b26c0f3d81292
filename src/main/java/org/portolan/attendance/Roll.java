package org.portolan.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.enrolment.OfferedSession;

/**
 * The roll of a session as those see it who call it.
 *
 * @param held what holds, by person and code of the half-day
 * @param signature the last one, or null
 * @param digest of the attendance as it is now
 * @param closesAt from when on a change needs a reason, if it is not signed before
 */
public record Roll(
    OfferedSession session,
    List<HalfDay> halves,
    List<RollPerson> people,
    Map<Attendee, Map<String, Mark>> held,
    List<DeviceChain> devices,
    Signature signature,
    String digest,
    Instant closesAt,
    boolean closed,
    boolean signable) {

  public Optional<Mark> mark(Attendee who, String half) {
    return Optional.ofNullable(held.getOrDefault(who, Map.of()).get(half));
  }

  /** Whether what was signed is what holds now. */
  public boolean asSigned() {
    return signature != null && signature.digest().equals(digest);
  }
}
