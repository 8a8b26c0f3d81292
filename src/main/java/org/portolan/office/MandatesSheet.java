package org.portolan.office;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.exchange.RecordKey;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.exchange.SheetTable;
import org.portolan.platform.exchange.StoredRecord;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/**
 * Mandates in files: new ones, and other last days for those that are not over, by the rules of
 * appointing. The rows of a file stand against each other, so all are looked at together.
 */
@ApplicationScoped
class MandatesSheet implements Sheet {
  private static final String PERSON = "person";
  private static final String OFFICE = "office";
  private static final String SCOPE = "scope";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String DEPUTY = "deputy_for";
  private static final String PROBLEM = "office.sheet.problem.";
  private static final int KEYS = 4;
  private static final int TOGETHER = 50_000;

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of(PERSON, SheetColumn.Kind.CODE, 40).must(),
          SheetColumn.choice(OFFICE, Arrays.stream(Office.values()).map(Office::code).toList())
              .must(),
          SheetColumn.text(SCOPE, 30).must(),
          SheetColumn.of(FROM, SheetColumn.Kind.DAY, 10).must(),
          SheetColumn.of(TO, SheetColumn.Kind.DAY, 10),
          SheetColumn.of(DEPUTY, SheetColumn.Kind.CODE, 40));

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private MandateRepository mandates;
  @Inject private OfficePermissions permissions;
  @Inject private Places places;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Event<MandateChanged> changes;
  @Inject private Clock clock;

  private SheetTable table;

  @PostConstruct
  void connect() {
    table = new SheetTable(database, "mandate");
  }

  @Override
  public String kind() {
    return "mandates";
  }

  @Override
  public String record() {
    return "mandate";
  }

  @Override
  public List<SheetColumn> columns() {
    return COLUMNS;
  }

  @Override
  public int keys() {
    return KEYS;
  }

  @Override
  public int part() {
    return TOGETHER;
  }

  @Override
  public boolean open() {
    return everything() || !regions().isEmpty();
  }

  private boolean everything() {
    return me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }

  private Set<String> regions() {
    return me.scopes(Role.ROCB, Scope.Kind.REGION);
  }

  @Override
  public List<Scope> extents() {
    Stream<Scope> regions =
        directory.regions().stream()
            .map(region -> Scope.region(region.code()))
            .filter(region -> everything() || regions().contains(region.code()));
    return (everything() ? Stream.concat(Stream.of(Scope.PLATFORM), regions) : regions).toList();
  }

  @Override
  public void export(Scope extent, Consumer<List<String>> rows) {
    boolean all = extent.equals(Scope.PLATFORM);
    List<Mandate> found =
        mandates.listAll(all ? null : codesOf(extent.code())).stream()
            .filter(
                mandate ->
                    all || places.regionOf(mandate.scope()).equals(Optional.of(extent.code())))
            .toList();
    stored(found).values().forEach(record -> rows.accept(record.cells()));
  }

  /** Codes of all that lies in a region; bodies of another kind may have one of these too. */
  private List<String> codesOf(String region) {
    return Stream.of(Scope.Kind.REGION, Scope.Kind.MEMBER, Scope.Kind.CENTRE, Scope.Kind.BODY)
        .flatMap(kind -> places.all(kind).stream())
        .filter(scope -> places.regionOf(scope).equals(Optional.of(region)))
        .map(Scope::code)
        .distinct()
        .toList();
  }

  /** By their keys; of two with one key, begun on the same day, the later. */
  private Map<String, StoredRecord> stored(List<Mandate> found) {
    Map<Long, Mandate> principals =
        mandates
            .listByIds(
                found.stream()
                    .map(Mandate::deputyFor)
                    .filter(id -> id != null)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Mandate::id, mandate -> mandate));
    Map<Long, PersonSummary> names =
        people.byIds(
            Stream.concat(found.stream(), principals.values().stream())
                .map(Mandate::personId)
                .collect(Collectors.toSet()));
    Map<String, StoredRecord> records = new LinkedHashMap<>();
    for (Mandate mandate : found) {
      Mandate principal = principals.get(mandate.deputyFor());
      List<String> cells =
          List.of(
              names.get(mandate.personId()).code(),
              mandate.office().code(),
              mandate.scope().code(),
              mandate.term().from().toString(),
              mandate.term().to() == null ? "" : mandate.term().to().toString(),
              principal == null ? "" : names.get(principal.personId()).code());
      records.put(
          RecordKey.of(cells.subList(0, KEYS)),
          new StoredRecord(Long.toString(mandate.id()), cells));
    }
    return records;
  }

  @Override
  public boolean within(List<String> cells) {
    return everything()
        || scopeOf(cells.get(1), cells.get(2))
            .flatMap(places::regionOf)
            .filter(regions()::contains)
            .isPresent();
  }

  private static Optional<Scope> scopeOf(String office, String code) {
    return Office.find(office).map(found -> new Scope(found.kind(), code));
  }

  @Override
  public Map<String, StoredRecord> find(Collection<List<String>> keys, boolean locked) {
    if (locked) {
      lock(keys);
    }
    Set<String> codes = keys.stream().map(key -> key.get(2)).collect(Collectors.toSet());
    Map<String, StoredRecord> all = codes.isEmpty() ? Map.of() : stored(mandates.listAll(codes));
    Map<String, StoredRecord> asked = new HashMap<>();
    for (List<String> key : keys) {
      StoredRecord record = all.get(RecordKey.of(key));
      if (record != null) {
        asked.put(RecordKey.of(key), record);
      }
    }
    return asked;
  }

  /** Each office of each body once, always in the same order. */
  private void lock(Collection<List<String>> keys) {
    Map<String, Scope> seats = new java.util.TreeMap<>();
    for (List<String> key : keys) {
      scopeOf(key.get(1), key.get(2))
          .ifPresent(scope -> seats.put(key.get(1) + ' ' + scope.term(), scope));
    }
    seats.forEach((seat, scope) -> mandates.lock(Office.of(seat.split(" ", 2)[0]), scope));
  }

  @Override
  public void check(List<SheetEdit> edits) {
    if (edits.isEmpty()) {
      return;
    }
    new MandatesCheck(edits).run();
  }

  /** One look at rows that may stand against each other. */
  private final class MandatesCheck {
    private final List<SheetEdit> edits;
    private final Instant now = clock.instant();
    private final List<Mandate> held = me.isAdministrator() ? List.of() : permissions.held();
    private final Map<String, PersonSummary> byCode;
    private final Map<String, List<Mandate>> bySeat = new HashMap<>();
    private final Map<Long, Mandate> byId = new HashMap<>();
    private final Map<Long, PersonSummary> names;

    MandatesCheck(List<SheetEdit> edits) {
      this.edits = edits;
      this.byCode =
          people.byCodes(
              edits.stream()
                  .flatMap(edit -> Stream.of(edit.after(PERSON), edit.after(DEPUTY)))
                  .filter(code -> !code.isEmpty())
                  .collect(Collectors.toSet()));
      List<Mandate> unended =
          mandates
              .listAll(edits.stream().map(edit -> edit.after(SCOPE)).collect(Collectors.toSet()))
              .stream()
              .filter(mandate -> !mandate.overAt(now))
              .toList();
      // they take the days of the file here, and nowhere else
      mandates.detachAll();
      for (Mandate mandate : unended) {
        seat(mandate.office(), mandate.scope()).add(mandate);
        byId.put(mandate.id(), mandate);
      }
      this.names =
          people.byIds(unended.stream().map(Mandate::personId).collect(Collectors.toSet()));
    }

    private List<Mandate> seat(Office office, Scope scope) {
      return bySeat.computeIfAbsent(office.code() + ' ' + scope.term(), any -> new ArrayList<>());
    }

    void run() {
      List<SheetEdit> changed = new ArrayList<>();
      List<SheetEdit> made = new ArrayList<>();
      for (SheetEdit edit : edits) {
        if (permitted(edit)) {
          (edit.isNew() ? made : changed).add(edit);
        }
      }
      changed.forEach(this::takeDays);
      changed.forEach(this::checkChanged);
      made.sort(Comparator.comparing(edit -> !edit.after(DEPUTY).isEmpty()));
      made.forEach(this::checkNew);
    }

    private boolean permitted(SheetEdit edit) {
      Office office = Office.of(edit.after(OFFICE));
      Scope scope = new Scope(office.kind(), edit.after(SCOPE));
      if (!places.has(office, scope)) {
        edit.refuse(SCOPE, refusal(MandateRefused.Kind.STRANGE_SCOPE));
      } else if (!byCode.containsKey(edit.after(PERSON))) {
        edit.refuse(PERSON, PROBLEM + PERSON);
      } else if (!me.isAdministrator() && !permissions.mayAppoint(office, scope, held)) {
        edit.refuse(OFFICE, PROBLEM + "not-yours");
      } else if (!edit.isNew() && edit.changes(DEPUTY)) {
        edit.refuse(DEPUTY, PROBLEM + "fixed");
      } else if (!edit.isNew() && !byId.containsKey(Long.valueOf(edit.id()))) {
        edit.refuse(TO, refusal(MandateRefused.Kind.OVER));
      } else {
        return true;
      }
      return false;
    }

    private void takeDays(SheetEdit edit) {
      Mandate mandate = byId.get(Long.valueOf(edit.id()));
      mandate.endOn(day(edit.after(TO)), places.zoneOf(mandate.scope()));
    }

    private void checkChanged(SheetEdit edit) {
      Mandate mandate = byId.get(Long.valueOf(edit.id()));
      Mandate principal = mandate.deputy() ? byId.get(mandate.deputyFor()) : null;
      check(edit, mandate, mandate.personId(), principal, mandate.term(), mandate.startsAt());
      boolean outlived =
          seat(mandate.office(), mandate.scope()).stream()
              .filter(other -> Long.valueOf(mandate.id()).equals(other.deputyFor()))
              .anyMatch(deputy -> !deputy.term().within(mandate.term()));
      if (outlived) {
        edit.refuse(TO, PROBLEM + "deputies");
      }
    }

    private void checkNew(SheetEdit edit) {
      Office office = Office.of(edit.after(OFFICE));
      Scope scope = new Scope(office.kind(), edit.after(SCOPE));
      long person = byCode.get(edit.after(PERSON)).id();
      Term term = new Term(day(edit.after(FROM)), day(edit.after(TO)));
      ZoneId zone = places.zoneOf(scope);
      Mandate principal = null;
      if (!edit.after(DEPUTY).isEmpty()) {
        principal = principal(edit, office, scope, term).orElse(null);
        if (principal == null) {
          edit.refuse(DEPUTY, PROBLEM + "principal");
          return;
        }
      }
      boolean stands = check(edit, null, person, principal, term, term.startsAt(zone));
      if (stands) {
        // for the rows after it; a deputy's number is not known yet, only that it is one
        seat(office, scope)
            .add(new Mandate(office, scope, person, principal == null ? null : -1L, term, zone));
      }
    }

    private Optional<Mandate> principal(SheetEdit edit, Office office, Scope scope, Term term) {
      PersonSummary holder = byCode.get(edit.after(DEPUTY));
      return holder == null
          ? Optional.empty()
          : seat(office, scope).stream()
              .filter(mandate -> mandate.personId() == holder.id() && !mandate.deputy())
              .filter(mandate -> !mandate.term().from().isAfter(term.from()))
              .filter(
                  mandate ->
                      mandate.term().to() == null || !mandate.term().to().isBefore(term.from()))
              .findFirst();
    }

    private boolean check(
        SheetEdit edit,
        Mandate changed,
        long person,
        Mandate principal,
        Term term,
        Instant starts) {
      Mandate[] other = {null};
      Office office = Office.of(edit.after(OFFICE));
      Scope scope = new Scope(office.kind(), edit.after(SCOPE));
      try {
        new AppointmentRules(
                seat(office, scope),
                places.zoneOf(scope),
                now,
                standing -> {
                  other[0] = standing;
                  return null;
                })
            .check(changed, person, principal, term, starts);
        return true;
      } catch (MandateRefused refused) {
        String column = column(refused.kind());
        edit.refuse(column, refusal(refused.kind()));
        if (other[0] != null) {
          edit.refuse(
              column,
              PROBLEM + "other",
              name(other[0].personId()),
              other[0].term().from(),
              other[0].term().to() == null ? "…" : other[0].term().to());
        }
        return false;
      }
    }

    private String name(long person) {
      return Stream.concat(names.values().stream(), byCode.values().stream())
          .filter(each -> each.id() == person)
          .map(PersonSummary::name)
          .findFirst()
          .orElse("");
    }
  }

  private static String refusal(MandateRefused.Kind kind) {
    return "office.refused." + kind.type();
  }

  private static String column(MandateRefused.Kind kind) {
    return switch (kind) {
      case REVERSED, ENDS_IN_PAST, OUTSIDE_PRINCIPAL, OVER -> TO;
      case OUT_OF_RANGE, TAKEN -> FROM;
      case STRANGE_SCOPE -> SCOPE;
      case HELD_ALREADY, NO_PERSON -> PERSON;
      case DEPUTY_OF_DEPUTY, OWN_DEPUTY -> DEPUTY;
    };
  }

  private static LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  @Override
  public void write(List<SheetEdit> edits) {
    Map<Long, Mandate> known =
        mandates
            .listByIds(
                edits.stream()
                    .filter(edit -> !edit.isNew())
                    .map(edit -> Long.valueOf(edit.id()))
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Mandate::id, mandate -> mandate));
    for (SheetEdit edit : edits) {
      if (!edit.isNew()) {
        Mandate mandate = known.get(Long.valueOf(edit.id()));
        mandate.endOn(day(edit.after(TO)), places.zoneOf(mandate.scope()));
      }
    }
    Map<String, PersonSummary> byCode =
        people.byCodes(
            edits.stream()
                .flatMap(edit -> Stream.of(edit.after(PERSON), edit.after(DEPUTY)))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet()));
    Set<String> codes = new TreeSet<>();
    // holders first: their deputies name them
    for (SheetEdit edit : edits) {
      codes.add(edit.after(SCOPE));
      if (edit.isNew() && edit.after(DEPUTY).isEmpty()) {
        mandates.add(mandate(edit, byCode, null));
      }
    }
    List<SheetEdit> deputies =
        edits.stream().filter(edit -> edit.isNew() && !edit.after(DEPUTY).isEmpty()).toList();
    List<Mandate> holders =
        deputies.isEmpty()
            ? List.of()
            : mandates.listAll(codes).stream().filter(mandate -> !mandate.deputy()).toList();
    for (SheetEdit edit : deputies) {
      long holder = byCode.get(edit.after(DEPUTY)).id();
      LocalDate from = day(edit.after(FROM));
      long principal =
          holders.stream()
              .filter(
                  mandate ->
                      mandate.personId() == holder
                          && mandate.office().code().equals(edit.after(OFFICE))
                          && mandate.scope().code().equals(edit.after(SCOPE))
                          && !mandate.overAt(clock.instant())
                          && !mandate.term().from().isAfter(from)
                          && (mandate.term().to() == null || !mandate.term().to().isBefore(from)))
              .map(Mandate::id)
              .findFirst()
              .orElseThrow();
      mandates.add(mandate(edit, byCode, principal));
    }
    mandates.flush();
    mandates.detachAll();
  }

  private Mandate mandate(SheetEdit edit, Map<String, PersonSummary> byCode, Long principal) {
    Office office = Office.of(edit.after(OFFICE));
    Scope scope = new Scope(office.kind(), edit.after(SCOPE));
    return new Mandate(
        office,
        scope,
        byCode.get(edit.after(PERSON)).id(),
        principal,
        new Term(day(edit.after(FROM)), day(edit.after(TO))),
        places.zoneOf(scope));
  }

  @Override
  public List<String> remove(List<StoredRecord> records) {
    mandates.detachAll();
    Map<Boolean, List<StoredRecord>> byDeputy =
        records.stream()
            .collect(Collectors.partitioningBy(record -> !record.cells().get(5).isEmpty()));
    List<String> kept = new ArrayList<>();
    for (boolean deputies : new boolean[] {true, false}) {
      if (!byDeputy.get(deputies).isEmpty()) {
        kept.addAll(table.remove("id", byDeputy.get(deputies), KEYS));
      }
    }
    return kept;
  }

  @Override
  public String name(List<String> cells) {
    return String.join(" ", cells.subList(0, KEYS));
  }

  @Override
  public Optional<Scope> scope(List<String> cells) {
    return scopeOf(cells.get(1), cells.get(2));
  }

  @Override
  public void written(Collection<StoredRecord> records) {
    Map<String, PersonSummary> byCode =
        people.byCodes(
            records.stream().map(record -> record.cells().get(0)).collect(Collectors.toSet()));
    for (StoredRecord record : records) {
      PersonSummary person = byCode.get(record.cells().get(0));
      if (person != null) {
        changes.fire(new MandateChanged(Long.parseLong(record.id()), person.id()));
      }
    }
  }
}
