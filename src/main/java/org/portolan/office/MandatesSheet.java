package org.portolan.office;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int KEYS = 4;
  private static final int TOGETHER = 50_000;

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of(MandateRow.PERSON, SheetColumn.Kind.CODE, 40).must(),
          SheetColumn.choice(
                  MandateRow.OFFICE, Arrays.stream(Office.values()).map(Office::code).toList())
              .must(),
          SheetColumn.text(MandateRow.SCOPE, 30).must(),
          SheetColumn.of(MandateRow.FROM, SheetColumn.Kind.DAY, 10).must(),
          SheetColumn.of(MandateRow.TO, SheetColumn.Kind.DAY, 10),
          SheetColumn.of(MandateRow.DEPUTY, SheetColumn.Kind.CODE, 40));

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
      people.holdStill(keys.stream().map(key -> key.get(0)).collect(Collectors.toSet()));
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
    boolean every = me.isAdministrator();
    List<Mandate> held = every ? List.of() : permissions.held();
    new MandateRowsCheck(
            edits.stream().map(MandateRow::new).toList(),
            mandates,
            places,
            people,
            clock.instant(),
            (office, scope) -> every || permissions.mayAppoint(office, scope, held))
        .run();
  }

  @Override
  public void write(List<SheetEdit> edits) {
    List<MandateRow> rows = edits.stream().map(MandateRow::new).toList();
    Map<Boolean, List<MandateRow>> byNew =
        rows.stream().collect(Collectors.partitioningBy(MandateRow::isNew));
    change(byNew.get(false));
    Map<String, PersonSummary> byCode = people.byCodes(MandateRow.peopleOf(rows));
    Map<Boolean, List<MandateRow>> byDeputy =
        byNew.get(true).stream().collect(Collectors.partitioningBy(MandateRow::isDeputy));
    // holders first: their deputies name them
    byDeputy.get(false).forEach(row -> mandates.add(mandate(row, byCode, null)));
    List<MandateRow> deputies = byDeputy.get(true);
    if (!deputies.isEmpty()) {
      Instant now = clock.instant();
      List<Mandate> unended =
          mandates.listAll(MandateRow.scopesOf(rows)).stream()
              .filter(mandate -> !mandate.overAt(now))
              .toList();
      for (MandateRow row : deputies) {
        Mandate principal = row.principal(unended, byCode.get(row.deputyFor()).id()).orElseThrow();
        mandates.add(mandate(row, byCode, principal.id()));
      }
    }
    mandates.flush();
    mandates.detachAll();
  }

  private void change(List<MandateRow> rows) {
    Map<Long, Mandate> known =
        mandates.listByIds(rows.stream().map(MandateRow::id).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(Mandate::id, mandate -> mandate));
    for (MandateRow row : rows) {
      Mandate mandate = known.get(row.id());
      mandate.endOn(row.term().to(), places.zoneOf(mandate.scope()));
    }
  }

  private Mandate mandate(MandateRow row, Map<String, PersonSummary> byCode, Long principal) {
    return new Mandate(
        row.office(),
        row.scope(),
        byCode.get(row.person()).id(),
        principal,
        row.term(),
        places.zoneOf(row.scope()));
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
