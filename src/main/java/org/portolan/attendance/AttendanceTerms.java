package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Who calls the roll of a session, and until when without giving reasons. */
@ApplicationScoped
class AttendanceTerms {
  @Inject private CalendarService calendar;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "portolan.attendance.closes.days", defaultValue = "14")
  private int days;

  @Inject
  @ConfigProperty(name = "portolan.attendance.certificate.percent", defaultValue = "80")
  private int percent;

  /** A session of one's own centre that is or was held on days. */
  SessionFacts own(long session) {
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    if (facts == null || !facts.dated() || facts.state() != SessionState.PUBLISHED) {
      me.require();
      throw new NotFound("a session held on days");
    }
    me.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return facts;
  }

  /** Whoever's it is; empty where people may not know of it. */
  Optional<SessionFacts> known(long session) {
    return Optional.ofNullable(calendar.facts(List.of(session)).get(session))
        .filter(facts -> facts.dated() && facts.state() != SessionState.DRAFT);
  }

  /** The same to change something: whoever calls a roll sits at a browser. */
  SessionFacts called(long session) {
    SessionFacts facts = own(session);
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    return facts;
  }

  Instant closesAt(SessionFacts facts) {
    return facts.endsAt().plus(Duration.ofDays(days));
  }

  boolean closed(SessionFacts facts, boolean signed) {
    return signed || !clock.instant().isBefore(closesAt(facts));
  }

  /** What is asked for before somebody is given a certificate. */
  EnoughPresence enough() {
    return new EnoughPresence(percent);
  }

  /** From the beginning of the last half-day on. */
  boolean signable(List<HalfDay> halves) {
    return !halves.isEmpty() && !clock.instant().isBefore(halves.get(halves.size() - 1).startsAt());
  }
}
