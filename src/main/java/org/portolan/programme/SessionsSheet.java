package org.portolan.programme;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDrafts;
import org.portolan.calendar.SessionDrafts.NewDraft;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Slots;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.exchange.RecordKey;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.exchange.SheetTable;
import org.portolan.platform.exchange.StoredRecord;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Sessions in spreadsheets: a centre enters its year. A row without a code is known by its course,
 * first day and centre, so that the same rows again change nothing. Only drafts are changed that
 * way: what is published has people who would have to be asked, on its own page.
 */
@ApplicationScoped
class SessionsSheet implements Sheet {
  /** More than any centre plans; all rows are looked at together. */
  private static final int MOST_ROWS = 2000;

  private static final int EXPORTED_DAYS = 400;
  private static final String CODE_WE_GIVE = "-[0-9A-F]{8}";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private SessionDrafts drafts;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  private SheetTable table;

  @PostConstruct
  void connect() {
    table = new SheetTable(database, "training_session");
  }

  @Override
  public String kind() {
    return "sessions";
  }

  @Override
  public String record() {
    return "session";
  }

  @Override
  public List<SheetColumn> columns() {
    return SessionRow.COLUMNS;
  }

  @Override
  public int part() {
    return MOST_ROWS;
  }

  @Override
  public int mostRows() {
    return MOST_ROWS;
  }

  @Override
  public boolean partial() {
    return true;
  }

  @Override
  public boolean knownOtherwise() {
    return true;
  }

  @Override
  public String template() {
    return "/desk/programme/template";
  }

  @Override
  public boolean open() {
    return !centres().isEmpty();
  }

  private Set<String> centres() {
    return me.isAdministrator()
        ? directory.trainingCentres().stream()
            .map(CentreSummary::code)
            .collect(Collectors.toCollection(TreeSet::new))
        : me.scopes(Role.CENTRE, Scope.Kind.CENTRE);
  }

  @Override
  public List<Scope> extents() {
    return centres().stream().sorted().map(Scope::centre).toList();
  }

  @Override
  public void export(Scope extent, Consumer<List<String>> rows) {
    LocalDate today = today(extent.code());
    List<SessionFacts> found =
        drafts.between(
            List.of(extent.code()), today.minusDays(EXPORTED_DAYS), LocalDate.of(9999, 1, 1));
    stored(found).forEach(record -> rows.accept(record.cells()));
  }

  private LocalDate today(String centre) {
    String zone = directory.findCentre(centre).map(CentreSummary::zone).orElse("UTC");
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  private List<StoredRecord> stored(Collection<SessionFacts> sessions) {
    Map<Long, CourseFacts> courses =
        catalog.facts(sessions.stream().map(SessionFacts::courseId).distinct().toList());
    return sessions.stream()
        .map(
            session ->
                new StoredRecord(
                    Long.toString(session.id()),
                    SessionRow.cells(session, courses.get(session.courseId()).code())))
        .toList();
  }

  @Override
  public boolean within(List<String> cells) {
    return centres().contains(cells.get(SessionRow.place(SessionRow.CENTRE)));
  }

  @Override
  public List<List<String>> completed(List<List<String>> rows) {
    Set<String> own = centres();
    String only = own.size() == 1 ? own.iterator().next() : null;
    List<List<String>> completed = rows.stream().map(row -> completed(row, only)).toList();
    Map<String, List<SessionFacts>> known = known(completed);
    for (List<String> row : completed) {
      List<SessionFacts> alike = known.getOrDefault(natural(row), List.of());
      if (cell(row, SessionRow.CODE).isEmpty() && alike.size() == 1) {
        row.set(SessionRow.place(SessionRow.CODE), alike.get(0).code());
      }
    }
    return completed;
  }

  private static List<String> completed(List<String> given, String only) {
    List<String> row = new ArrayList<>(given);
    if (cell(row, SessionRow.CENTRE).isEmpty() && only != null) {
      row.set(SessionRow.place(SessionRow.CENTRE), only);
    }
    rewrite(row, SessionRow.LANGUAGES, cell -> cell.toLowerCase(Locale.ROOT));
    rewrite(
        row,
        SessionRow.APPROVAL,
        cell ->
            Chain.read(cell.toLowerCase(Locale.ROOT).replaceAll("[ ,;]+", " "))
                .map(Chain::text)
                .orElse(cell));
    rewrite(row, SessionRow.ONLINE, SessionsSheet::flag);
    rewrite(row, SessionRow.SLOTS, cell -> slots(row, cell));
    if (cell(row, SessionRow.ONLINE).isEmpty()) {
      row.set(SessionRow.place(SessionRow.ONLINE), "false");
    }
    return row;
  }

  private static void rewrite(List<String> row, String column, UnaryOperator<String> how) {
    if (!cell(row, column).isEmpty()) {
      row.set(SessionRow.place(column), how.apply(cell(row, column)));
    }
  }

  /** As they are kept, so that the same in other words is no change. */
  private static String slots(List<String> row, String cell) {
    Slots slots = Slots.read(cell).orElse(Slots.EVERY_DAY);
    if (slots.everyDay()) {
      return cell;
    }
    boolean nothingMore =
        slots.say(
            day(cell(row, SessionRow.FIRST_DAY)).orElse(null),
            day(cell(row, SessionRow.LAST_DAY)).orElse(null),
            time(cell(row, SessionRow.START)).orElse(null),
            time(cell(row, SessionRow.END)).orElse(null));
    return nothingMore ? "" : slots.text();
  }

  private static String flag(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "yes", "1", "x", "true" -> "true";
      case "no", "0", "false" -> "false";
      default -> cell;
    };
  }

  private static String cell(List<String> row, String column) {
    String cell = row.get(SessionRow.place(column));
    return cell == null ? "" : cell.strip();
  }

  private static String natural(List<String> row) {
    return SessionRow.natural(
        cell(row, SessionRow.CENTRE),
        cell(row, SessionRow.COURSE),
        cell(row, SessionRow.FIRST_DAY));
  }

  /** Sessions as people know them who have no codes, around the days of these rows. */
  private Map<String, List<SessionFacts>> known(List<List<String>> rows) {
    Set<String> centres = new TreeSet<>();
    Set<LocalDate> days = new TreeSet<>();
    Set<String> own = centres();
    for (List<String> row : rows) {
      String centre = cell(row, SessionRow.CENTRE);
      if (own.contains(centre)) {
        centres.add(centre);
        day(cell(row, SessionRow.FIRST_DAY)).ifPresent(days::add);
      }
    }
    if (centres.isEmpty() || days.isEmpty()) {
      return Map.of();
    }
    List<LocalDate> inOrder = List.copyOf(days);
    return byNature(
        drafts.between(
            centres,
            inOrder.stream().min(LocalDate::compareTo).orElseThrow(),
            inOrder.stream().max(LocalDate::compareTo).orElseThrow()));
  }

  private Map<String, List<SessionFacts>> byNature(List<SessionFacts> sessions) {
    Map<Long, CourseFacts> courses =
        catalog.facts(sessions.stream().map(SessionFacts::courseId).distinct().toList());
    return sessions.stream()
        .collect(
            Collectors.groupingBy(
                session ->
                    SessionRow.natural(
                        session.centreCode(),
                        courses.get(session.courseId()).code(),
                        session.firstDay().toString())));
  }

  private static Optional<LocalDate> day(String cell) {
    return read(cell, LocalDate::parse);
  }

  private static Optional<LocalTime> time(String cell) {
    return read(cell, LocalTime::parse);
  }

  private static <T> Optional<T> read(String cell, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(cell));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public Map<String, StoredRecord> find(Collection<List<String>> keys, boolean locked) {
    Set<String> codes =
        keys.stream().map(key -> RecordKey.of(key.get(0))).collect(Collectors.toSet());
    return SheetTable.byKey(stored(drafts.byCodes(codes, locked).values()), keys());
  }

  @Override
  public void check(List<SheetEdit> edits) {
    List<SessionRow> rows = edits.stream().map(SessionRow::new).toList();
    Map<String, CourseFacts> courses =
        catalog.publishedByCode(
            rows.stream().map(row -> row.cell(SessionRow.COURSE)).collect(Collectors.toSet()));
    Map<String, SessionFacts> stored =
        drafts.byCodes(
            rows.stream()
                .map(row -> row.cell(SessionRow.CODE))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet()),
            false);
    Map<String, List<SessionFacts>> known =
        known(
            rows.stream()
                .map(
                    row ->
                        SessionRow.COLUMNS.stream().map(column -> row.cell(column.code())).toList())
                .toList());
    Set<String> donors = donors();
    Map<String, Integer> lines = new HashMap<>();
    for (SessionRow row : rows) {
      plan(row, courses.get(row.cell(SessionRow.COURSE)), stored, donors);
      once(row, known.getOrDefault(row.natural(), List.of()), lines);
      complete(row);
    }
  }

  private Set<String> donors() {
    return directory.bodies().stream()
        .filter(body -> body.kind() == BodyKind.DONOR)
        .map(BodySummary::code)
        .collect(Collectors.toSet());
  }

  private void plan(
      SessionRow row, CourseFacts course, Map<String, SessionFacts> stored, Set<String> donors) {
    SheetEdit edit = row.edit();
    SessionFacts before = edit.isNew() ? null : stored.get(row.cell(SessionRow.CODE));
    if (before != null && before.state() != SessionState.DRAFT) {
      edit.refuse(SessionRow.CODE, "programme.row.published");
      return;
    }
    if (before != null && edit.changes(SessionRow.CENTRE)) {
      edit.refuse(SessionRow.CENTRE, "programme.row.centre");
    }
    Optional<CentreSummary> centre = directory.findCentre(row.cell(SessionRow.CENTRE));
    if (centre.isEmpty()) {
      edit.refuse(SessionRow.CENTRE, "programme.row.centre");
      return;
    }
    if (course == null) {
      edit.refuse(SessionRow.COURSE, "programme.row.course");
      return;
    }
    SessionPlan plan = row.plan(course);
    if (row.chain().isEmpty()) {
      edit.refuse(SessionRow.APPROVAL, "programme.row.approval");
    }
    if (plan.donor() != null && !donors.contains(plan.donor())) {
      edit.refuse(SessionRow.DONOR, "programme.row.donor");
    }
    Map<String, String> problems =
        drafts.problems(plan, course, centre.get(), before == null ? null : before.applyBy());
    problems.forEach(
        (field, key) -> {
          String column = SessionRow.column(field);
          if (!edit.refused(column)) {
            edit.refuse(column, key, limit(key, course));
          }
        });
    if (row.slots().isEmpty()) {
      edit.refuse(SessionRow.SLOTS, "calendar.problem.slots.text");
    } else if (!problems.containsKey("slots") && !row.spans(plan)) {
      edit.refuse(
          SessionRow.SLOTS,
          "programme.row.slots",
          plan.firstDay() + " – " + plan.lastDay() + ", " + plan.start() + "–" + plan.end());
    }
    if (edit.changes(SessionRow.FIRST_DAY)
        && !problems.containsKey("firstDay")
        && plan.firstDay().isBefore(today(centre.get().code()))) {
      edit.refuse(SessionRow.FIRST_DAY, "programme.row.past");
    }
  }

  private static Object limit(String key, CourseFacts course) {
    return switch (key) {
      case "calendar.problem.validity.from" -> course.validity().from();
      case "calendar.problem.validity.until" -> course.validity().until();
      default -> "";
    };
  }

  /** The same course on the same day twice is a mistake where nobody gave codes. */
  private static void once(SessionRow row, List<SessionFacts> alike, Map<String, Integer> lines) {
    SheetEdit edit = row.edit();
    if (!edit.isNew()) {
      return;
    }
    String code = row.cell(SessionRow.CODE);
    if (!code.isEmpty()
        && !code.matches("\\Q" + row.cell(SessionRow.CENTRE) + "\\E" + CODE_WE_GIVE)) {
      edit.refuse(SessionRow.CODE, "programme.row.code");
    }
    if (!alike.isEmpty()) {
      edit.refuse(SessionRow.FIRST_DAY, "programme.row.several");
    }
    Integer earlier = lines.putIfAbsent(row.natural(), edit.line());
    if (earlier != null) {
      edit.refuse(SessionRow.FIRST_DAY, "programme.row.twice", earlier);
    }
  }

  private void complete(SessionRow row) {
    if (row.edit().isNew() && row.cell(SessionRow.CODE).isEmpty()) {
      row.edit().complete(SessionRow.CODE, drafts.newCode(row.cell(SessionRow.CENTRE)));
    }
  }

  @Override
  public void write(List<SheetEdit> edits) {
    Map<String, CourseFacts> courses =
        catalog.publishedByCode(
            edits.stream().map(edit -> edit.after(SessionRow.COURSE)).collect(Collectors.toSet()));
    List<NewDraft> made = new ArrayList<>();
    Map<Long, SessionPlan> changed = new LinkedHashMap<>();
    for (SheetEdit edit : edits) {
      SessionRow row = new SessionRow(edit);
      SessionPlan plan = row.plan(courses.get(row.cell(SessionRow.COURSE)));
      if (edit.isNew()) {
        made.add(new NewDraft(row.cell(SessionRow.CODE), row.cell(SessionRow.CENTRE), plan));
      } else {
        changed.put(Long.valueOf(edit.id()), plan);
      }
    }
    drafts.add(made);
    drafts.change(changed);
  }

  @Override
  public List<String> remove(List<StoredRecord> records) {
    Map<String, SessionFacts> now =
        drafts.byCodes(records.stream().map(record -> record.cells().get(0)).toList(), true);
    List<StoredRecord> free =
        records.stream()
            .filter(record -> now.get(record.cells().get(0)).state() == SessionState.DRAFT)
            .toList();
    List<String> kept =
        records.stream()
            .filter(record -> !free.contains(record))
            .map(record -> RecordKey.of(record.cells().get(0)))
            .collect(Collectors.toCollection(ArrayList::new));
    drafts.discard(free.stream().map(record -> Long.valueOf(record.id())).toList());
    kept.addAll(table.remove("id", free, keys()));
    return kept;
  }

  @Override
  public String name(List<String> cells) {
    return cells.get(SessionRow.place(SessionRow.COURSE))
        + " "
        + cells.get(SessionRow.place(SessionRow.FIRST_DAY));
  }

  @Override
  public Optional<Scope> scope(List<String> cells) {
    return Optional.of(Scope.centre(cells.get(SessionRow.place(SessionRow.CENTRE))));
  }
}
