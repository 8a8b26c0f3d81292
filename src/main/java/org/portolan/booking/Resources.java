package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.booking.BookingRepository.Entry;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.TrainingYear;
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
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** A centre says what it has, when nobody is to have it, and how it wants to hear of conflicts. */
@ApplicationScoped
public class Resources {
  static final String KIND = "resource";
  private static final int MOST_LISTED = 500;

  /** Of all the centres of a region. */
  private static final int MOST_OF_REGION = 5000;

  private static final int MOST_OF_CENTRE = 500;
  private static final int MOST_AHEAD = 100;

  /** So many months of a calendar file are read, and so many times of it kept. */
  public static final int BUSY_MONTHS = BusyFile.MONTHS;

  public static final int MOST_BUSY = BusyFile.MOST_TIMES;

  private static final int MOST_NAMED = 5;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private BusyTimes busy;
  @Inject private Checks checks;
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
    own(centreCode);
    return listed(centreCode, MOST_LISTED);
  }

  /** What a centre of one's own has, with how far it is in use in a year on its clocks. */
  @Transactional
  public ResourceList ofCentre(String centreCode, TrainingYear year) {
    CentreSummary centre = own(centreCode);
    List<ResourceSummary> all = listed(centreCode, MOST_LISTED + 1);
    boolean more = all.size() > MOST_LISTED;
    List<ResourceSummary> listed = more ? all.subList(0, MOST_LISTED) : all;
    ZoneId zone = ZoneId.of(centre.zone());
    return new ResourceList(
        listed,
        usage(
            listed.stream().collect(Collectors.toMap(ResourceSummary::id, each -> zone)),
            new Span(
                year.from().atStartOfDay(zone).toInstant(),
                year.next().from().atStartOfDay(zone).toInstant())),
        more);
  }

  private List<ResourceSummary> listed(String centre, int most) {
    return resources.ofCentres(List.of(centre), most).stream().map(Resource::summary).toList();
  }

  /** By number of a resource the clocks on which its days are. */
  private Map<Long, Usage> usage(Map<Long, ZoneId> zones, Span within) {
    Map<Long, List<Span>> taken =
        bookings.taken(zones.keySet(), within, Checks.NO_BOOKING).stream()
            .collect(
                Collectors.groupingBy(
                    Taken::resource, Collectors.mapping(Taken::span, Collectors.toList())));
    Map<Long, Usage> usage = new HashMap<>();
    taken.forEach((id, spans) -> usage.put(id, Usage.of(spans, within, zones.get(id))));
    return usage;
  }

  /**
   * When the rooms and trainers of these centres are taken between two days, both included; for
   * features above, which show their own. What is retired is left out.
   */
  @Transactional
  public List<TakenDays> takenDays(Collection<String> centres, LocalDate from, LocalDate to) {
    Map<Long, ResourceSummary> all = new LinkedHashMap<>();
    resources.ofCentres(centres, MOST_OF_REGION).stream()
        .map(Resource::summary)
        .filter(each -> !each.retired())
        .forEach(each -> all.put(each.id(), each));
    // a day more at both ends: centres lie in all zones
    Span within =
        new Span(
            from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    Map<String, ZoneId> zones = new HashMap<>();
    Map<Long, Set<LocalDate>> days = new HashMap<>();
    for (Taken taken : bookings.taken(all.keySet(), within, Checks.NO_BOOKING)) {
      ZoneId zone = zones.computeIfAbsent(all.get(taken.resource()).centreCode(), this::zone);
      taken
          .span()
          .days(zone)
          .filter(day -> !day.isBefore(from) && !day.isAfter(to))
          .forEach(day -> days.computeIfAbsent(taken.resource(), any -> new HashSet<>()).add(day));
    }
    Map<Long, Set<Long>> displaced = bookings.displaced(all.keySet());
    return all.values().stream()
        .filter(each -> each.kind() == ResourceKind.ROOM || each.kind() == ResourceKind.TRAINER)
        .map(
            each ->
                new TakenDays(
                    each, withOuter(each, all, days), displaced.getOrDefault(each.id(), Set.of())))
        .toList();
  }

  /** A room is taken on the days of its own and of all in which it lies. */
  private static Set<LocalDate> withOuter(
      ResourceSummary of, Map<Long, ResourceSummary> all, Map<Long, Set<LocalDate>> days) {
    Set<LocalDate> taken = new HashSet<>();
    for (ResourceSummary at = of; at != null; at = all.get(at.partOf())) {
      taken.addAll(days.getOrDefault(at.id(), Set.of()));
    }
    return taken;
  }

  /** A resource of one's own centre. */
  @Transactional
  public ResourceSummary get(long id) {
    return own(id).summary();
  }

  /** Who has it from now on, the soonest first; at most a hundred. */
  @Transactional
  public List<BookingSummary> ahead(long id, Language reader) {
    own(id);
    return summaries.of(bookings.ahead(id, clock.instant(), MOST_AHEAD), reader);
  }

  /** Keeps something new; answers its number. */
  @Transactional
  public long add(String centreCode, ResourceEdit edit) {
    CentreSummary centre = own(centreCode);
    hold(edit.partOf());
    Resource resource = new Resource(centre);
    resource.take(edit, checked(centreCode, edit, null));
    if (resources.countOfCentre(centreCode) >= MOST_OF_CENTRE) {
      throw new BookingRefused(BookingRefused.Kind.MANY);
    }
    resources.add(resource);
    described(deed("resource.added", resource), null, resource.summary()).write();
    return resource.id();
  }

  /**
   * Says something else of it. Where it lies, and what it is, stays once it is booked or something
   * lies in it.
   */
  @Transactional
  public void change(long id, int version, ResourceEdit edit) {
    ResourceSummary seen = own(id).summary();
    // whoever books holds the session first
    List<Long> sessions =
        seen.name().equals(edit.name()) ? List.of() : bookings.sessionsAhead(id, clock.instant());
    sessions.forEach(calendar::held);
    hold(id, edit.partOf());
    Resource resource = again(id, version);
    ResourceSummary before = resource.summary();
    Resource outer = checked(resource.centreCode(), edit, before);
    boolean elsewhere =
        edit.kind() != before.kind() || !Objects.equals(edit.partOf(), before.partOf());
    if (elsewhere && (bookings.used(id) || resources.hasParts(id))) {
      throw new InvalidBooking(Map.of("partOf", "booking.problem.partOf.used"));
    }
    resource.take(edit, outer);
    resources.flush();
    if (!sessions.isEmpty()) {
      places.follow(sessions);
    }
    Deed deed = described(deed("resource.changed", resource), before, resource.summary());
    if (deed.changesAnything()) {
      deed.write();
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
    Resource resource = locked(id, version);
    if (bookings.used(id) || resources.hasParts(id)) {
      throw new BookingRefused(
          BookingRefused.Kind.IN_USE,
          summaries.of(bookings.ahead(id, clock.instant(), MOST_NAMED), Language.EN));
    }
    resources.remove(resource);
    deed("resource.removed", resource).change("name", resource.summary().name(), null).write();
  }

  /** Nobody books it from now on; what was booked stays. */
  @Transactional
  public void retire(long id, int version) {
    Resource resource = locked(id, version);
    resource.retire();
    deed("resource.retired", resource).write();
  }

  /** It can be booked again. */
  @Transactional
  public void takeBack(long id, int version) {
    Resource resource = locked(id, version);
    resource.takeBack();
    deed("resource.taken-back", resource).write();
  }

  /**
   * Nobody is to have it then.
   *
   * @throws BookingRefused when somebody has it already, and there can be only one
   */
  @Transactional
  public void block(long id, Block block, Language reader) {
    Resource resource = own(id);
    Map<String, String> problems = block.problems();
    if (!problems.isEmpty()) {
      throw new InvalidBooking(problems);
    }
    long root = resource.root();
    resources.lock(List.of(root));
    ResourceSummary of = resources.again(id).orElseThrow(() -> missing(id)).summary();
    if (of.root() != root) {
      // another now lies with it, whose bookings nobody holds back
      throw new ChangedMeanwhile();
    }
    List<Span> spans = block.spans(zone(of.centreCode()));
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
    deed("resource.blocked", resource)
        .change("firstDay", null, block.firstDay())
        .change("lastDay", null, block.lastDay())
        .change("words", null, block.words())
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
    ResourceSummary seen = own(id).summary();
    if (seen.kind() != ResourceKind.TRAINER) {
      throw missing(id);
    }
    List<Span> spans = BusyFile.read(file, zone(seen.centreCode()), clock.instant());
    return busy.take(seen.root(), id, spans, me.id(), reader);
  }

  /** Drops when a trainer is busy elsewhere; who calls it has asked whose trainer it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forgetElsewhere(ResourceSummary trainer) {
    resources.lock(List.of(trainer.root()));
    bookings.elsewhere(trainer.id()).map(Row::id).ifPresent(bookings::remove);
  }

  /** Name of the account of a trainer, where there is one. */
  @Transactional
  public Optional<PersonSummary> account(long id) {
    return Optional.ofNullable(own(id).personId()).flatMap(people::find);
  }

  /**
   * Says which account a trainer has, so that what is kept of them is theirs too; an empty address
   * says that there is none.
   *
   * @throws InvalidBooking when there is no such account
   */
  @Transactional
  public void link(long id, int version, String email) {
    Resource resource = locked(id, version);
    if (resource.summary().kind() != ResourceKind.TRAINER) {
      throw missing(id);
    }
    String typed = email.strip();
    Optional<PersonSummary> person = EmailAddress.typed(typed).flatMap(people::findByEmail);
    if (!typed.isEmpty() && person.isEmpty()) {
      throw new InvalidBooking(Map.of("email", "booking.problem.account"));
    }
    resource.belongsTo(person.map(PersonSummary::id).orElse(null));
    deed(person.isPresent() ? "resource.linked" : "resource.unlinked", resource).write();
  }

  /** It can be had again. */
  @Transactional
  public void unblock(long id, long booking) {
    Resource resource = own(id);
    Row row =
        bookings
            .find(booking)
            .filter(each -> each.session() == null && each.resource() == id)
            .orElseThrow(() -> new NotFound("block " + booking));
    bookings.remove(booking);
    deed("resource.unblocked", resource).change("words", row.words(), null).write();
  }

  /** At which level a centre hears of conflicts, by kind. */
  @Transactional
  public Map<ResourceKind, ConflictLevel> levels(String centreCode) {
    own(centreCode);
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

  private ZoneId zone(String centre) {
    return ZoneId.of(directory.findCentre(centre).orElseThrow().zone());
  }

  private CentreSummary own(String code) {
    CentreSummary centre =
        directory.findCentre(code).orElseThrow(() -> new NotFound("centre " + code));
    me.requireRole(Role.CENTRE, Scope.centre(centre.code()));
    return centre;
  }

  private Resource own(long id) {
    Resource resource = resources.find(id).orElseThrow(() -> missing(id));
    me.requireRole(Role.CENTRE, Scope.centre(resource.centreCode()));
    return resource;
  }

  /** For one who changes it: nobody books it meanwhile. */
  private Resource locked(long id, int version) {
    own(id);
    hold(id);
    return again(id, version);
  }

  /** Nobody books any of these meanwhile, or removes it; one may be null, or not be there. */
  private void hold(Long... of) {
    resources.lock(
        resources.list(Stream.of(of).filter(Objects::nonNull).toList()).stream()
            .map(Resource::root)
            .toList());
  }

  private Resource again(long id, int version) {
    Resource resource = resources.again(id).orElseThrow(() -> missing(id));
    if (resource.version() != version) {
      throw new ChangedMeanwhile();
    }
    return resource;
  }

  private static NotFound missing(long id) {
    return new NotFound("resource " + id);
  }

  private Deed deed(String action, Resource resource) {
    return audit.entry(action, KIND, resource.id()).scope(Scope.centre(resource.centreCode()));
  }

  private static Deed described(Deed deed, ResourceSummary before, ResourceSummary after) {
    return new Comparison(deed, before, after).all();
  }

  private record Comparison(Deed deed, ResourceSummary before, ResourceSummary after) {
    Deed all() {
      return field("kind", each -> each.kind().code())
          .field("name", ResourceSummary::name)
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
