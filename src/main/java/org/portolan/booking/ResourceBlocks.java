package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.booking.BookingRepository.Entry;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * When nobody is to have what a centre has: days that it blocks, and what trainers do elsewhere.
 */
@ApplicationScoped
public class ResourceBlocks {
  /** So many months of a calendar file are read, and so many times of it kept. */
  public static final int BUSY_MONTHS = BusyFile.MONTHS;

  public static final int MOST_BUSY = BusyFile.MOST_TIMES;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private BusyTimes busy;
  @Inject private Checks checks;
  @Inject private FreedAgain freed;
  @Inject private OwnResources own;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * Nobody is to have it then.
   *
   * @throws BookingRefused when somebody has it already, and there can be only one
   */
  @Transactional
  public void block(long id, Block block, Language reader) {
    Resource resource = own.find(id);
    Map<String, String> problems = block.problems();
    if (!problems.isEmpty()) {
      throw new InvalidBooking(problems);
    }
    long root = resource.root();
    resources.lock(List.of(root));
    ResourceSummary of = resources.again(id).orElseThrow(() -> OwnResources.missing(id)).summary();
    if (of.root() != root) {
      // another now lies with it, whose bookings nobody holds back
      throw new ChangedMeanwhile();
    }
    List<Span> spans = block.spans(own.zone(of.centreCode()));
    if (spans.isEmpty()) {
      throw new InvalidBooking(Map.of("end", "booking.problem.hours"));
    }
    Check check =
        new Check(checks.conflicts(of, of.quantity(), spans, Checks.NO_BOOKING, reader), false);
    if (check.blocked()) {
      throw new BookingRefused(BookingRefused.Kind.TAKEN, check);
    }
    long booking =
        bookings.add(
            new Entry(id, null, block.words(), of.quantity(), 0, 0, "", me.id(), clock.instant()));
    bookings.keepTimes(booking, id, of.quantity(), spans);
    own.deed("resource.blocked", resource)
        .change("firstDay", null, block.firstDay())
        .change("lastDay", null, block.lastDay())
        .change("words", null, of.kind().speaks() ? null : block.words())
        .write();
  }

  /**
   * Takes when a trainer is busy elsewhere from a calendar file, in the place of what an earlier
   * one said. Of it only times are kept, of the next two years. Those that meet a session, or a
   * block, are left to people: who has the trainer then stays.
   *
   * @throws UnreadableFile when it is no calendar, or there is too much in it
   */
  @Transactional
  public BusyKept busy(long id, Reader file, Language reader) throws IOException {
    ResourceSummary seen = own.find(id).summary();
    if (seen.kind() != ResourceKind.TRAINER) {
      throw OwnResources.missing(id);
    }
    List<Span> spans = BusyFile.read(file, own.zone(seen.centreCode()), clock.instant());
    return busy.take(seen.root(), id, spans, me.id(), reader);
  }

  /** Drops when a trainer is busy elsewhere; who calls it has asked whose trainer it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forgetElsewhere(ResourceSummary trainer) {
    Set<Long> waiting = freed.hold(null, List.of(trainer.root()));
    bookings.elsewhere(trainer.id()).map(Row::id).ifPresent(bookings::remove);
    freed.takeUp(waiting, List.of(trainer.root()));
  }

  /** It can be had again. */
  @Transactional
  public void unblock(long id, long booking) {
    Resource resource = own.find(id);
    List<Long> roots = List.of(resource.root());
    Set<Long> waiting = freed.hold(null, roots);
    Row row =
        bookings
            .find(booking)
            .filter(each -> each.session() == null && each.resource() == id)
            .orElseThrow(() -> new NotFound("block " + booking));
    bookings.remove(booking);
    own.deed("resource.unblocked", resource)
        .change("words", resource.summary().kind().speaks() ? null : row.words(), null)
        .write();
    freed.takeUp(waiting, roots);
  }
}
