package org.portolan.region;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.exchange.SheetTable;
import org.portolan.platform.exchange.StoredRecord;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * Members and bodies in files, by the rules of their forms. There are hundreds of them, not
 * thousands: they are read and written as their forms do.
 */
abstract class ReferenceSheet<T extends Editable> implements Sheet {
  static final String CODE = "code";
  static final String REGION = "region";
  private static final String PROBLEM = "region.problem.";
  private static final int KEPT_DECIMALS = 4;
  private static final int LONGEST_CODE = 30;
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_TEXT = 80;
  private static final int LONGEST_ADDRESS = 200;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @PersistenceContext private EntityManager entities;
  @Inject private ReferenceRepository rows;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Changes changes;

  private final ReferenceKind kind;
  private final Class<T> type;
  private final List<SheetColumn> columns;
  private SheetTable table;

  ReferenceSheet(ReferenceKind kind, Class<T> type, List<SheetColumn> columns) {
    this.kind = kind;
    this.type = type;
    this.columns = columns;
  }

  @PostConstruct
  void connect() {
    table = new SheetTable(database, "body");
  }

  /** The columns of a kind; what its rules need is said by them, cell by cell. */
  static List<SheetColumn> columns(ReferenceKind kind, String... more) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.of(CODE, SheetColumn.Kind.CODE, LONGEST_CODE).must());
    for (String column : more) {
      columns.add(SheetColumn.text(column, LONGEST_TEXT));
    }
    for (String field : kind.fields()) {
      columns.add(column(field.replace('.', '_')));
    }
    return List.copyOf(columns);
  }

  private static SheetColumn column(String code) {
    return switch (code) {
      case "latitude", "longitude" -> SheetColumn.of(code, SheetColumn.Kind.DECIMAL, 12);
      case "since" -> SheetColumn.of(code, SheetColumn.Kind.WHOLE, 4);
      case "closed" -> SheetColumn.of(code, SheetColumn.Kind.DAY, 10);
      case "zone" -> SheetColumn.of(code, SheetColumn.Kind.ZONE, 50);
      case "languages" -> SheetColumn.of(code, SheetColumn.Kind.LANGUAGES, 40);
      case "website" -> SheetColumn.text(code, LONGEST_ADDRESS);
      case "kind" ->
          SheetColumn.choice(code, Stream.of(BodyKind.values()).map(BodyKind::code).toList());
      default -> SheetColumn.text(code, code.startsWith("name_") ? LONGEST_NAME : LONGEST_TEXT);
    };
  }

  @Override
  public String record() {
    return kind.code();
  }

  @Override
  public List<SheetColumn> columns() {
    return columns;
  }

  boolean everything() {
    return me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }

  Set<String> regions() {
    return me.scopes(Role.ROCB, Scope.Kind.REGION);
  }

  @Override
  public boolean open() {
    return everything();
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
  public void export(Scope extent, Consumer<List<String>> given) {
    boolean all = extent.equals(Scope.PLATFORM);
    TypedQuery<T> query =
        entities.createQuery(
            "select r from "
                + type.getSimpleName()
                + " r"
                + (all ? "" : " where r.regionCode = :region")
                + " order by r.code",
            type);
    if (!all) {
      query.setParameter(REGION, extent.code());
    }
    query.getResultList().forEach(row -> given.accept(stored(row).cells()));
  }

  @Override
  public Map<String, StoredRecord> find(Collection<List<String>> keys, boolean locked) {
    List<String> codes = keys.stream().map(key -> key.get(0)).toList();
    return SheetTable.byKey(read(codes, locked).stream().map(this::stored).toList(), keys());
  }

  private List<T> read(List<String> codes, boolean locked) {
    if (codes.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select r from " + type.getSimpleName() + " r where r.code in :codes order by r.code",
            type)
        .setParameter("codes", codes)
        .setLockMode(locked ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
        .getResultList();
  }

  StoredRecord stored(T row) {
    Map<String, String> values = row.values();
    List<String> cells = new ArrayList<>();
    for (SheetColumn column : columns) {
      String cell =
          switch (column.code()) {
            case CODE -> row.code();
            case "latitude", "longitude" -> degrees(values.get(column.code()));
            default -> values.get(column.code().replace('_', '.'));
          };
      cells.add(cell == null ? extra(row, column.code()) : cell);
    }
    return new StoredRecord(row.code(), cells);
  }

  /** What the form of the record does not have. */
  String extra(T row, String column) {
    throw new IllegalStateException("no value of " + column);
  }

  /** As the table keeps it, and as sheets write numbers: without zeros at the end. */
  private static String degrees(String value) {
    if (value.isEmpty()) {
      return value;
    }
    BigDecimal number =
        new BigDecimal(value).setScale(KEPT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }

  private Map<String, String> values(SheetEdit edit) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : kind.fields()) {
      values.put(field, edit.after(field.replace('.', '_')));
    }
    return values;
  }

  @Override
  public void check(List<SheetEdit> edits) {
    for (SheetEdit edit : edits) {
      for (String place : List.of("latitude", "longitude")) {
        if (edit.changes(place)) {
          edit.complete(place, degrees(edit.after(place)));
        }
      }
    }
    checkRest(edits);
    edits.forEach(this::checkMore);
  }

  /** The rules of the form look at one field after the other. */
  @Override
  public void checkRest(List<SheetEdit> edits) {
    ReferenceRules rules = new ReferenceRules(directory);
    for (SheetEdit edit : edits) {
      rules
          .problems(kind, values(edit))
          .forEach(
              (field, problem) -> {
                String column = field.replace('.', '_');
                if (!edit.refused(column)) {
                  edit.refuse(column, PROBLEM + problem);
                }
              });
    }
  }

  void checkMore(SheetEdit edit) {}

  @Override
  public void write(List<SheetEdit> edits) {
    Map<String, T> known = new HashMap<>();
    read(edits.stream().map(edit -> edit.after(CODE)).toList(), false)
        .forEach(row -> known.put(row.code(), row));
    for (SheetEdit edit : edits) {
      T row = edit.isNew() ? make(edit.after(CODE)) : known.get(edit.id());
      row.take(values(edit));
      if (edit.isNew()) {
        entities.persist(row);
      }
    }
    rows.flush();
    // what is compared afterwards is read as the database has it
    entities.clear();
  }

  /** A new record of this code. */
  abstract T make(String code);

  @Override
  public List<String> remove(List<StoredRecord> records) {
    entities.clear();
    return table.remove(CODE, records, keys());
  }

  @Override
  public String name(List<String> cells) {
    return cells.get(place("name_en"));
  }

  int place(String column) {
    return columns.stream().map(SheetColumn::code).toList().indexOf(column);
  }

  @Override
  public Optional<Scope> scope(List<String> cells) {
    return Optional.of(Scope.PLATFORM);
  }

  /** Kind of item in the index, by the cells of a record; null for what is not found by itself. */
  String item(List<String> cells) {
    return null;
  }

  @Override
  public void written(Collection<StoredRecord> records) {
    for (StoredRecord record : records) {
      String item = item(record.cells());
      if (item != null) {
        changes.record(item, Integer.toUnsignedLong(record.id().hashCode()));
      }
    }
    rows.tellNodes();
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              directory.forget();
            }
          }
        });
  }
}
