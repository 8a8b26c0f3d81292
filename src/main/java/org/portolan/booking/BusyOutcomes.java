package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.portolan.booking.BusyAddressRows.Due;
import org.portolan.platform.fetch.Fetched;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;

/** Keeps what came of reading an address, unless it was changed or forgotten meanwhile. */
@ApplicationScoped
class BusyOutcomes {
  @Inject private BusyAddressRows rows;
  @Inject private BusyTimes times;
  @Inject private ResourceRepository resources;
  @Inject private Directory directory;
  @Inject private Clock clock;

  /** The clocks of what names none. */
  @Transactional
  public ZoneId home(long resource) {
    String centre = resources.find(resource).orElseThrow().centreCode();
    return ZoneId.of(directory.findCentre(centre).orElseThrow().zone());
  }

  @Transactional
  public void read(Due due, List<Span> spans, Fetched fetched, Instant next) {
    // whoever books holds the resource first, and so do those who change the address
    long root = resources.find(due.resource()).orElseThrow().root();
    resources.lock(List.of(root));
    if (rows.held(due)) {
      BusyKept kept = times.take(root, due.resource(), spans, null, Language.EN);
      rows.read(due, kept, fetched.tag(), fetched.modified(), clock.instant(), next);
    }
  }

  @Transactional
  public void unchanged(Due due, Instant next) {
    if (rows.held(due)) {
      rows.unchanged(due, clock.instant(), next);
    }
  }

  @Transactional
  public void failed(Due due, String problem, Instant next) {
    if (rows.held(due)) {
      rows.failed(due, problem, clock.instant(), next);
    }
  }
}
