package org.portolan.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.portolan.platform.config.Installation;

/** Gives everybody the same clock, in UTC; demonstrations and tests may hold it still. */
@ApplicationScoped
class TimeSource {

  @Produces
  @Dependent
  Clock clock(Installation installation) {
    return installation.clock().map(fixed -> held(installation, fixed)).orElseGet(Clock::systemUTC);
  }

  private static Clock held(Installation installation, String instant) {
    if (!installation.demo()) {
      throw new IllegalStateException("PORTOLAN_CLOCK is for demonstrations and tests only");
    }
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
