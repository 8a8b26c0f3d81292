package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRepository.Entry;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Keeps when a trainer is busy elsewhere, in the place of what was known before. */
@ApplicationScoped
class BusyTimes {
  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Checks checks;
  @Inject private FreedAgain freed;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Those that meet a session, or a block, are left to people: who has the trainer then stays.
   *
   * @param by who brought them, or null where they were read from an address
   */
  @Transactional(Transactional.TxType.MANDATORY)
  BusyKept take(long root, long id, List<Span> spans, Long by, Language reader) {
    Set<Long> waiting = freed.hold(null, List.of(root));
    Resource resource = resources.again(id).orElseThrow(() -> new NotFound("resource " + id));
    Row before = bookings.elsewhere(id).orElse(null);
    Set<Span> met =
        checks
            .conflicts(
                resource.summary(),
                1,
                spans,
                before == null ? Checks.NO_BOOKING : before.id(),
                reader)
            .stream()
            .filter(conflict -> conflict.level() == ConflictLevel.BLOCK)
            .flatMap(conflict -> conflict.spans().stream())
            .collect(Collectors.toSet());
    List<Span> kept = spans.stream().filter(span -> !met.contains(span)).toList();
    if (before != null) {
      bookings.remove(before.id());
    }
    if (!kept.isEmpty()) {
      long booking = bookings.add(new Entry(id, null, "", 1, 0, 0, "", by, clock.instant()));
      bookings.markElsewhere(booking);
      bookings.keepTimes(booking, id, 1, kept);
    }
    int known = before == null ? 0 : before.times();
    // an address is read every hour: the trail tells what came of it, not that it was
    if (by != null || known != kept.size()) {
      audit
          .entry("resource.busy-read", Resources.KIND, id)
          .scope(Scope.centre(resource.centreCode()))
          .change("amount", known, kept.size())
          .write();
    }
    freed.takeUp(waiting, List.of(root));
    return new BusyKept(kept.size(), met.size());
  }
}
