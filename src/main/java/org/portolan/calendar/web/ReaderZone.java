package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.CurrentZone;
import org.portolan.platform.security.CurrentPerson;

/**
 * On whose clocks somebody reads the calendar: those that they chose, else those of their profile;
 * a visitor who chose none sees each session on the clocks of its venue.
 */
@RequestScoped
class ReaderZone {
  @Inject private CurrentZone chosen;
  @Inject private CurrentPerson me;
  @Inject private Profiles profiles;

  ReaderClocks clocks() {
    if (chosen.get().isPresent() || chosen.isOfPlace() || !me.isSignedIn()) {
      return new ReaderClocks(chosen.get().orElse(null));
    }
    return new ReaderClocks(ZoneId.of(profiles.zone()));
  }
}
