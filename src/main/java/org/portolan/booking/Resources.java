package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.calendar.CalendarService;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** A centre says what it has, and how it wants to hear of conflicts. */
@ApplicationScoped
public class Resources {
  static final String KIND = "resource";
  private static final int MOST_LISTED = 500;
  private static final int MOST_OF_CENTRE = 500;
  private static final int MOST_NAMED = 5;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private OwnResources own;
  @Inject private Summaries summaries;
  @Inject private Places places;
  @Inject private CalendarService calendar;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Codes of the centres whose resources one keeps; an administrator keeps those of all. */
  @Transactional
  public Set<String> myCentres() {
    me.require();
    Set<String> mine =
        me.isAdministrator()
            ? directory.trainingCentres().stream()
                .map(CentreSummary::code)
                .collect(Collectors.toCollection(TreeSet::new))
            : new TreeSet<>(me.scopes(Role.CENTRE, Scope.Kind.CENTRE));
    if (mine.isEmpty()) {
      throw new NotAllowed();
    }
    return mine;
  }

  /** What a centre of one's own has. */
  @Transactional
  public List<ResourceSummary> ofCentre(String centreCode) {
    own.centre(centreCode);
    return resources.ofCentres(List.of(centreCode), MOST_LISTED).stream()
        .map(Resource::summary)
        .toList();
  }

  /** A resource of one's own centre. */
  @Transactional
  public ResourceSummary get(long id) {
    return own.find(id).summary();
  }

  /** Keeps something new; answers its number. */
  @Transactional
  public long add(String centreCode, ResourceEdit edit) {
    CentreSummary centre = own.centre(centreCode);
    own.hold(edit.partOf());
    Resource resource = new Resource(centre);
    resource.take(edit, checked(centreCode, edit, null));
    if (resources.countOfCentre(centreCode) >= MOST_OF_CENTRE) {
      throw new BookingRefused(BookingRefused.Kind.MANY);
    }
    resources.add(resource);
    described(own.deed("resource.added", resource), null, resource.summary()).write();
    return resource.id();
  }

  /**
   * Says something else of it. Where it lies, and what it is, stays once it is booked or something
   * lies in it.
   *
   * @throws BookingRefused when more of it are booked at once than there would be, naming which
   */
  @Transactional
  public void change(long id, int version, ResourceEdit edit) {
    ResourceSummary seen = own.find(id).summary();
    // whoever books holds the session first
    List<Long> sessions =
        seen.name().equals(edit.name()) ? List.of() : bookings.sessionsAhead(id, clock.instant());
    sessions.forEach(calendar::held);
    own.hold(id, edit.partOf());
    Resource resource = own.again(id, version);
    ResourceSummary before = resource.summary();
    Resource outer = checked(resource.centreCode(), edit, before);
    boolean elsewhere =
        edit.kind() != before.kind() || !Objects.equals(edit.partOf(), before.partOf());
    if (elsewhere && (bookings.used(id) || resources.hasParts(id))) {
      throw new InvalidBooking(Map.of("partOf", "booking.problem.partOf.used"));
    }
    requireEnough(id, before, edit);
    resource.take(edit, outer);
    resources.flush();
    if (!sessions.isEmpty()) {
      places.follow(sessions);
    }
    Deed deed = described(own.deed("resource.changed", resource), before, resource.summary());
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  /** There are not to be fewer of it than are booked at once from now on. */
  private void requireEnough(long id, ResourceSummary before, ResourceEdit edit) {
    if (edit.quantity() >= before.quantity()) {
      return;
    }
    Set<Long> beyond =
        Clashes.beyond(
            edit.quantity(),
            bookings.taken(List.of(id), new Span(clock.instant(), Block.END), Checks.NO_BOOKING));
    if (!beyond.isEmpty()) {
      throw new BookingRefused(
          BookingRefused.Kind.FEWER,
          summaries.of(bookings.list(beyond), Language.EN).stream()
              .sorted(Comparator.comparing(BookingSummary::firstAt))
              .limit(MOST_NAMED)
              .toList());
    }
  }

  private Resource checked(String centre, ResourceEdit edit, ResourceSummary before) {
    Map<String, String> problems = edit.problems();
    Resource outer = edit.partOf() == null ? null : resources.again(edit.partOf()).orElse(null);
    if (edit.partOf() != null && edit.kind() != null) {
      boolean fits =
          outer != null
              && outer.centreCode().equals(centre)
              && edit.kind().liesIn(outer.summary().kind())
              && (before == null || outer.id() != before.id());
      if (!fits) {
        problems.put("partOf", "booking.problem.partOf");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidBooking(problems);
    }
    return outer;
  }

  /**
   * Removes what was entered by mistake.
   *
   * @throws BookingRefused when it was ever booked, naming the next, or something lies in it
   */
  @Transactional
  public void remove(long id, int version) {
    Resource resource = own.locked(id, version);
    if (bookings.used(id) || resources.hasParts(id)) {
      throw new BookingRefused(
          BookingRefused.Kind.IN_USE,
          summaries.of(bookings.ahead(id, clock.instant(), MOST_NAMED), Language.EN));
    }
    resources.remove(resource);
    own.deed("resource.removed", resource)
        .change("name", resource.summary().toldAs(), null)
        .write();
  }

  /** Nobody books it from now on; what was booked stays. */
  @Transactional
  public void retire(long id, int version) {
    Resource resource = own.locked(id, version);
    resource.retire();
    own.deed("resource.retired", resource).write();
  }

  /** It can be booked again. */
  @Transactional
  public void takeBack(long id, int version) {
    Resource resource = own.locked(id, version);
    resource.takeBack();
    own.deed("resource.taken-back", resource).write();
  }

  /** Name of the account of a trainer, where there is one. */
  @Transactional
  public Optional<PersonSummary> account(long id) {
    return Optional.ofNullable(own.find(id).personId()).flatMap(people::find);
  }

  /**
   * Says which account a trainer has, so that what is kept of them is theirs too; an empty address
   * says that there is none.
   *
   * @throws InvalidBooking when there is no such account
   */
  @Transactional
  public void link(long id, int version, String email) {
    Resource resource = own.locked(id, version);
    if (resource.summary().kind() != ResourceKind.TRAINER) {
      throw OwnResources.missing(id);
    }
    String typed = email.strip();
    Optional<PersonSummary> person = EmailAddress.typed(typed).flatMap(people::findByEmail);
    if (!typed.isEmpty() && person.isEmpty()) {
      throw new InvalidBooking(Map.of("email", "booking.problem.account"));
    }
    resource.belongsTo(person.map(PersonSummary::id).orElse(null));
    own.deed(person.isPresent() ? "resource.linked" : "resource.unlinked", resource).write();
  }

  /** At which level a centre hears of conflicts, by kind. */
  @Transactional
  public Map<ResourceKind, ConflictLevel> levels(String centreCode) {
    own.centre(centreCode);
    Map<ResourceKind, ConflictLevel> levels = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      levels.put(kind, kind.usual());
    }
    levels.putAll(resources.levels(List.of(centreCode)).getOrDefault(centreCode, Map.of()));
    return levels;
  }

  /** Another level for what is booked from now on; what is booked stays as it is. */
  @Transactional
  public void keepLevels(String centreCode, Map<ResourceKind, ConflictLevel> wanted) {
    Map<ResourceKind, ConflictLevel> before = levels(centreCode);
    Deed deed = audit.entry("resource.levels", "body", centreCode).scope(Scope.centre(centreCode));
    wanted.forEach(
        (kind, level) -> {
          if (before.get(kind) != level) {
            resources.keepLevel(centreCode, kind, level);
            deed.change(kind.code(), before.get(kind).code(), level.code());
          }
        });
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  private static Deed described(Deed deed, ResourceSummary before, ResourceSummary after) {
    return new Comparison(deed, before, after).all();
  }

  private record Comparison(Deed deed, ResourceSummary before, ResourceSummary after) {
    Deed all() {
      return field("kind", each -> each.kind().code())
          .field("name", ResourceSummary::toldAs)
          .field("partOf", ResourceSummary::partOf)
          .field("address", ResourceSummary::address)
          .field("seats", each -> each.seats().text())
          .field("languages", each -> String.join(" ", each.languages()))
          .field("quantity", ResourceSummary::quantity)
          .field("setup", ResourceSummary::setup)
          .field("clear", ResourceSummary::clear)
          .field("level", each -> each.level() == null ? null : each.level().code())
          .field("shared", ResourceSummary::shared)
          .deed();
    }

    private Comparison field(String name, Function<ResourceSummary, Object> value) {
      deed.change(name, before == null ? null : value.apply(before), value.apply(after));
      return this;
    }
  }
}
