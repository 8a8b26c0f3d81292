package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.booking.BookingRepository.Entry;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** The centre of a session books what it needs, and gives it back. */
@ApplicationScoped
public class Bookings {
  static final String KIND = "session";
  private static final int MOST_TAUGHT = 500;
  private static final int MOST_BOOKABLE = 500;
  private static final int MOST_OF_SESSION = 60;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Checks checks;
  @Inject private Summaries summaries;
  @Inject private Places places;
  @Inject private FreedAgain freed;
  @Inject private CalendarService calendar;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** What a session of one's own centre has booked, in the order in which that was done. */
  @Transactional
  public List<BookingSummary> ofSession(long session, Language reader) {
    own(session);
    return summaries.of(bookings.ofSessions(List.of(session)), reader);
  }

  /** What the centre of a session may book for it: its own, and what others of the region share. */
  @Transactional
  public List<ResourceSummary> bookable(long session) {
    return bookable(own(session));
  }

  private List<ResourceSummary> bookable(SessionFacts session) {
    return resources.bookable(session.centreCode(), session.regionCode(), MOST_BOOKABLE).stream()
        .map(Resource::summary)
        .toList();
  }

  /**
   * What stands in the way of a booking as things are; nothing is held.
   *
   * @throws InvalidBooking when there can be no such booking
   */
  @Transactional
  public Check check(BookingWish wish, Language reader) {
    SessionFacts session = own(wish.session());
    ResourceSummary of = resource(wish, session);
    long except = bookings.of(session.id(), of.id()).map(Row::id).orElse(Checks.NO_BOOKING);
    return check(wish, of, session, except, reader);
  }

  private Check check(
      BookingWish wish, ResourceSummary of, SessionFacts session, long except, Language reader) {
    return new Check(
        checks.conflicts(of, wish.amount(), spans(session, wish, of), except, reader),
        of.kind() == ResourceKind.ROOM && !of.seats().holds(session.seats()));
  }

  /** Where else, or when else, the session would find what it wants; all of it is free. */
  @Transactional
  public Suggestions suggestions(BookingWish wish) {
    SessionFacts session = own(wish.session());
    ResourceSummary of = resource(wish, session);
    List<ResourceSummary> others =
        bookable(session).stream()
            .filter(each -> each.kind() == of.kind())
            .filter(
                each ->
                    each.id() == of.id()
                        || of.kind() != ResourceKind.ROOM
                        || each.seats().holds(session.seats()))
            .toList();
    List<ResourceSummary> all =
        resources.trees(others.stream().map(ResourceSummary::root).distinct().toList()).stream()
            .map(Resource::summary)
            .toList();
    List<Span> wanted = spans(session, wish, of);
    if (wanted.isEmpty()) {
      return Suggestions.NONE;
    }
    List<Taken> taken =
        bookings.taken(
            all.stream().map(ResourceSummary::id).toList(),
            Suggestions.around(wanted),
            bookings.of(session.id(), of.id()).map(Row::id).orElse(Checks.NO_BOOKING));
    return Suggestions.of(
        of, wish.amount(), wanted, session.zone(), clock.instant(), others, all, taken);
  }

  /**
   * Books a resource for all days of a session, or changes what is booked of it.
   *
   * @return what it meets of which whoever books only wants to know
   * @throws InvalidBooking when there can be no such booking
   * @throws BookingRefused when another has it, or a reason is wanted
   */
  @Transactional
  public List<Conflict> book(BookingWish wish, Language reader) {
    SessionFacts session = held(wish.session());
    if (!session.dated() || session.state() == SessionState.CANCELLED) {
      throw new BookingRefused(BookingRefused.Kind.NO_DAYS);
    }
    ResourceSummary of = hold(wish, session);
    Row before = bookings.of(session.id(), of.id()).orElse(null);
    if (before == null && bookings.ofSessions(List.of(session.id())).size() >= MOST_OF_SESSION) {
      throw new BookingRefused(BookingRefused.Kind.MANY);
    }
    Check check =
        check(wish, of, session, before == null ? Checks.NO_BOOKING : before.id(), reader);
    if (check.blocked()) {
      throw new BookingRefused(BookingRefused.Kind.TAKEN, check);
    }
    if (check.wantsReason() && wish.reason().isEmpty()) {
      throw new BookingRefused(BookingRefused.Kind.REASON, check);
    }
    keep(wish, of, session, before);
    return check.conflicts();
  }

  private void keep(BookingWish wish, ResourceSummary of, SessionFacts session, Row before) {
    Entry entry =
        new Entry(
            of.id(),
            session.id(),
            "",
            wish.amount(),
            wish.setup(of),
            wish.clear(of),
            wish.reason(),
            me.id(),
            clock.instant());
    long id;
    if (before == null) {
      id = bookings.add(entry);
    } else {
      id = before.id();
      bookings.change(id, entry);
    }
    bookings.keepTimes(id, of.id(), wish.amount(), spans(session, wish, of));
    places.follow(List.of(session.id()));
    deed("session.resource-booked", session)
        .change("resource", null, of.toldAs())
        .change("amount", before == null ? null : before.amount(), wish.amount())
        .change("setup", before == null ? null : before.setup(), wish.setup(of))
        .change("clear", before == null ? null : before.clear(), wish.clear(of))
        .change("reason", null, wish.reason().isEmpty() ? null : wish.reason())
        .write();
  }

  /** Gives back what a session had booked; others may have it from now on. */
  @Transactional
  public void release(long session, long booking) {
    own(session);
    ResourceSummary resource =
        resources.find(booked(session, booking).resource()).orElseThrow().summary();
    Set<Long> waiting = freed.hold(session, List.of(resource.root()));
    SessionFacts of = held(session);
    // somebody may have given it back meanwhile
    bookings.remove(booked(session, booking).id());
    places.follow(List.of(session));
    deed("session.resource-released", of).change("resource", resource.toldAs(), null).write();
    freed.takeUp(waiting, List.of(resource.root()));
  }

  private Row booked(long session, long booking) {
    return bookings
        .find(booking)
        .filter(each -> each.session() != null && each.session() == session)
        .orElseThrow(() -> new NotFound("booking " + booking));
  }

  /** What these sessions have booked and hold, by session; for features above. */
  @Transactional
  public List<BookedResource> heldBy(Collection<Long> sessions) {
    List<Row> rows = bookings.ofSessions(sessions).stream().filter(Row::held).toList();
    Map<Long, ResourceSummary> of = new HashMap<>();
    resources
        .list(rows.stream().map(Row::resource).distinct().toList())
        .forEach(each -> of.put(each.id(), each.summary()));
    return rows.stream()
        .map(row -> new BookedResource(row.session(), of.get(row.resource()), row.amount()))
        .toList();
  }

  /** Sessions that have booked somebody, by their account, as a trainer; for their own calendar. */
  @Transactional
  public List<Long> taughtBy(long person, Instant ended) {
    return bookings.taughtBy(person, ended, MOST_TAUGHT);
  }

  /** The resource, whose root nobody else holds until the transaction ends. */
  private ResourceSummary hold(BookingWish wish, SessionFacts session) {
    ResourceSummary seen = resource(wish, session);
    resources.lock(List.of(seen.root()));
    // it may lie elsewhere, or be retired, since it was looked at
    ResourceSummary now = resources.again(seen.id()).orElseThrow(NotThere::new).summary();
    if (now.root() != seen.root()) {
      throw new NotThere();
    }
    if (now.retired()) {
      throw new BookingRefused(BookingRefused.Kind.RETIRED);
    }
    return now;
  }

  private ResourceSummary resource(BookingWish wish, SessionFacts session) {
    ResourceSummary of =
        resources
            .find(wish.resource())
            .map(Resource::summary)
            .filter(
                each ->
                    each.centreCode().equals(session.centreCode())
                        || each.shared() && each.regionCode().equals(session.regionCode()))
            .orElseThrow(NotThere::new);
    Map<String, String> problems = wish.problems(of);
    if (!problems.isEmpty()) {
      throw new InvalidBooking(problems);
    }
    return of;
  }

  private static List<Span> spans(SessionFacts session, BookingWish wish, ResourceSummary of) {
    return SessionSpans.of(session, wish.setup(of), wish.clear(of));
  }

  private SessionFacts own(long session) {
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    return allowed(session, facts);
  }

  private SessionFacts held(long session) {
    return allowed(session, calendar.held(session).orElse(null));
  }

  private SessionFacts allowed(long session, SessionFacts facts) {
    if (facts == null) {
      throw new NotFound("session " + session);
    }
    me.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return facts;
  }

  private Deed deed(String action, SessionFacts session) {
    return audit.entry(action, KIND, session.id()).scope(Scope.centre(session.centreCode()));
  }

  /** What is to be booked is not there, or not for this centre. */
  private static final class NotThere extends NotFound {
    private static final long serialVersionUID = 1L;

    NotThere() {
      super("resource");
    }
  }
}
