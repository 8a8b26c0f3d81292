package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/**
 * What stands on somebody's badge for one session: it cannot be guessed, and is made anew whenever
 * it is needed. Scanners type it, so it is of capitals and digits that none takes for others.
 */
@ApplicationScoped
class BadgeCodes {
  private static final String PLACE = "attendance_mark.badge";
  private static final int LENGTH = 16;

  @Inject private SealedBox box;

  String write(long session, Attendee who) {
    return TypedCode.shortened(box.mark(session + "\n" + who.code(), PLACE), LENGTH)
        .toUpperCase(Locale.ROOT);
  }

  /** By what a device that has no network knows the badge, and cannot make it. */
  String fingerprint(long session, Attendee who) {
    return Token.sha256(TypedCode.read(write(session, who)));
  }

  /** Whose badge was scanned or typed, of these. */
  Optional<Attendee> read(long session, String typed, Collection<Attendee> people) {
    String scanned = Token.sha256(TypedCode.read(typed));
    return people.stream().filter(who -> fingerprint(session, who).equals(scanned)).findFirst();
  }
}
