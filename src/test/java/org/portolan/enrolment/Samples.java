package org.portolan.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.portolan.approval.Again;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.seat.ApplicationState;

/** Sessions and applications as they are read, for tests of what is said about them. */
final class Samples {
  static final Instant NOW = Instant.parse("2027-02-02T10:00:00Z");
  static final Instant START = Instant.parse("2027-03-08T09:00:00Z");

  private Samples() {}

  static OfferedSession session(String state, int seats, int taken, int queued, int queue) {
    return session(state, null, seats, taken, queued, queue);
  }

  /** One for which people apply until a day. */
  static OfferedSession closing(LocalDate day) {
    return session("published", day, 20, 3, 0, 0);
  }

  private static OfferedSession session(
      String state, LocalDate applyBy, int seats, int taken, int queued, int queue) {
    return new OfferedSession(
        5,
        "DEMO-S",
        "Valuation",
        "en",
        "DEMO-C",
        "Centre",
        null,
        LocalDate.parse("2027-03-08"),
        LocalDate.parse("2027-03-10"),
        Set.of(),
        applyBy,
        "UTC",
        START,
        seats,
        taken,
        Chain.COORDINATOR,
        state,
        queued,
        queue);
  }

  /** One that has no days. */
  static OfferedSession undated(String state) {
    return new OfferedSession(
        6,
        "DEMO-U",
        "Valuation",
        "en",
        "DEMO-C",
        "Centre",
        null,
        null,
        null,
        Set.of(),
        null,
        "UTC",
        START,
        20,
        0,
        Chain.NONE,
        state,
        0,
        0);
  }

  static OfferedSession published() {
    return session("published", 20, 3, 0, 0);
  }

  static ApplicationSummary application(
      ApplicationState state, Chain chain, Ask ask, Supervisor supervisor, OfferedSession session) {
    return application(state, chain, ask, null, supervisor, session);
  }

  static ApplicationSummary application(
      ApplicationState state,
      Chain chain,
      Ask ask,
      Again again,
      Supervisor supervisor,
      OfferedSession session) {
    return new ApplicationSummary(
        9,
        state,
        7,
        "Ada Lovelace",
        "Inspector",
        "XS",
        "Why",
        null,
        NOW,
        ask == null ? null : ask.due(),
        state == ApplicationState.OFFERED ? NOW.plusSeconds(60) : null,
        chain,
        ask,
        again,
        supervisor,
        session);
  }
}
