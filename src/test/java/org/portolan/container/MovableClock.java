package org.portolan.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of everything under test in the container: the system's, until a test lets time pass.
 */
@Dependent
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class MovableClock {
  private static volatile Duration ahead = Duration.ZERO;
  private static volatile Instant held;

  @Produces
  @Dependent
  @Alternative
  @Priority(Interceptor.Priority.APPLICATION)
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
      }

      @Override
      public Instant instant() {
        Instant still = held;
        return still == null ? Instant.now().plus(ahead) : still;
      }
    };
  }

  /** It is this moment until told otherwise. */
  public static void hold(Instant moment) {
    held = moment;
  }

  /** It is the system's time again. */
  public static void release() {
    held = null;
    ahead = Duration.ZERO;
  }

  /** So much more time has passed. */
  public static void pass(Duration time) {
    ahead = ahead.plus(time);
  }
}
