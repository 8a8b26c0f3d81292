package org.portolan.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.portolan.platform.config.Installation;

/**
 * The Monday around which the demo world is laid, remembered from its first load, so that a demo
 * grows older like anything else.
 */
@ApplicationScoped
public class DemoAnchor {
  private static final String NAME = "demo.anchor";

  @Inject private StoredSettings settings;
  @Inject private Installation installation;
  @Inject private Clock clock;

  @Transactional
  public LocalDate get() {
    return settings.find(NAME).map(LocalDate::parse).orElseGet(this::first);
  }

  private LocalDate first() {
    LocalDate anchor =
        installation
            .demoAnchor()
            .map(LocalDate::parse)
            .orElseGet(
                () ->
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    settings.put(NAME, anchor.toString());
    return anchor;
  }
}
