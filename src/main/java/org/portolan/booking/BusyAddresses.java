package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.fetch.Fetching;
import org.portolan.platform.fetch.NotFetched;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * The centre of a trainer says from where it is read when they are busy elsewhere. Whoever knows
 * such an address reads a calendar, so nobody is shown it again.
 */
@ApplicationScoped
public class BusyAddresses {
  @Inject private Resources resources;
  @Inject private ResourceBlocks blocks;
  @Inject private ResourceRepository repository;
  @Inject private BusyAddressRows rows;
  @Inject private Fetching fetching;
  @Inject private SealedBox box;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** That of a trainer of one's own centre, without what is secret of it. */
  @Transactional
  public Optional<BusyAddress> find(long resource) {
    resources.get(resource);
    return rows.find(resource);
  }

  /**
   * Says from where it is read from now on; what was read elsewhere stays until then.
   *
   * @throws InvalidBooking when it is no address that is read
   */
  @Transactional
  public void keep(long resource, String typed) {
    ResourceSummary of = trainer(resource);
    // calendars call it so, and mean a page
    String address = typed.strip().replaceFirst("(?i)^webcal:", "https:");
    try {
      fetching.judge(address);
    } catch (NotFetched e) {
      throw new InvalidBooking(Map.of("busyAddress", "booking.address.problem." + e.kind().code()));
    }
    String host = URI.create(address).getHost();
    rows.keep(
        resource,
        box.seal(address.getBytes(StandardCharsets.UTF_8), place(resource)),
        host,
        me.id(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit
        .entry("resource.busy-address-kept", Resources.KIND, resource)
        .scope(Scope.centre(of.centreCode()))
        .change("host", null, host)
        .write();
  }

  /** Forgets it, and what was read there. */
  @Transactional
  public void remove(long resource) {
    ResourceSummary of = trainer(resource);
    if (rows.remove(resource)) {
      blocks.forgetElsewhere(of);
      audit
          .entry("resource.busy-address-removed", Resources.KIND, resource)
          .scope(Scope.centre(of.centreCode()))
          .write();
    }
  }

  private ResourceSummary trainer(long resource) {
    ResourceSummary of = resources.get(resource);
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    if (of.kind() != ResourceKind.TRAINER) {
      throw new NotFound("resource " + resource);
    }
    // as whoever reads it does
    repository.lock(List.of(of.root()));
    return of;
  }

  static String place(long resource) {
    return "busy_address/" + resource;
  }
}
