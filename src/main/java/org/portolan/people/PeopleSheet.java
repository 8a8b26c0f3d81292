package org.portolan.people;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portolan.platform.exchange.RecordKey;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.exchange.SheetTable;
import org.portolan.platform.exchange.StoredRecord;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * People in files. The address of an account is given once, when it is made: whoever has another
 * one confirms it themselves, or a file could take an account from its owner. Only the Secretariat
 * makes people by a file: to others it would tell which addresses have an account, so they invite.
 */
@ApplicationScoped
class PeopleSheet implements Sheet {
  private static final String PROBLEM = "people.sheet.problem.";
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_CODE = 40;
  private static final int PAGE = 5000;

  private static final String SELECT =
      "SELECT id, code, given_name, family_name, email, member_code, language, post FROM person";

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("code", SheetColumn.Kind.CODE, LONGEST_CODE),
          SheetColumn.text("given", LONGEST_NAME).must().aboutPerson(),
          SheetColumn.text("family", LONGEST_NAME).must().aboutPerson(),
          SheetColumn.text("email", EmailAddress.LONGEST).must().once().aboutPerson(),
          SheetColumn.of("member", SheetColumn.Kind.CODE, 2),
          SheetColumn.choice(
                  "language", Arrays.stream(Language.values()).map(Language::code).toList())
              .must()
              .aboutPerson(),
          SheetColumn.text("post", LONGEST_POST).aboutPerson());

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private CurrentPerson me;
  @Inject private Directory directory;

  private SheetTable table;

  @PostConstruct
  void connect() {
    table = new SheetTable(database, "person");
  }

  @Override
  public String kind() {
    return "people";
  }

  @Override
  public String record() {
    return "person";
  }

  @Override
  public List<SheetColumn> columns() {
    return COLUMNS;
  }

  @Override
  public boolean open() {
    return all() || !members().isEmpty();
  }

  private boolean all() {
    return me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }

  private Set<String> regions() {
    return me.scopes(Role.ROCB, Scope.Kind.REGION);
  }

  /** The administrations whose people the one who asks may exchange. */
  private Set<String> members() {
    Set<String> members = new TreeSet<>(me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER));
    Set<String> regions = regions();
    directory.members().stream()
        .filter(member -> all() || regions.contains(member.regionCode()))
        .map(MemberSummary::code)
        .forEach(members::add);
    return members;
  }

  @Override
  public List<Scope> extents() {
    Stream<Scope> regions =
        directory.regions().stream()
            .map(region -> Scope.region(region.code()))
            .filter(region -> all() || regions().contains(region.code()));
    Stream<Scope> members = members().stream().map(Scope::member);
    return Stream.of(all() ? Stream.of(Scope.PLATFORM) : Stream.<Scope>empty(), regions, members)
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public void export(Scope extent, Consumer<List<String>> rows) {
    List<String> of =
        switch (extent.kind()) {
          case MEMBER -> List.of(extent.code());
          case REGION ->
              directory.members().stream()
                  .filter(member -> member.regionCode().equals(extent.code()))
                  .map(MemberSummary::code)
                  .toList();
          default -> List.of();
        };
    String where =
        (extent.equals(Scope.PLATFORM) ? " WHERE" : " WHERE member_code IN (:in) AND")
            + " merged_into IS NULL AND id > %d ORDER BY id LIMIT "
            + PAGE;
    long last = 0;
    List<StoredRecord> page = table.read(SELECT + where.formatted(last), of, PeopleSheet::stored);
    while (!page.isEmpty()) {
      for (StoredRecord person : page) {
        rows.accept(person.cells());
        last = Long.parseLong(person.id());
      }
      page = table.read(SELECT + where.formatted(last), of, PeopleSheet::stored);
    }
  }

  private static StoredRecord stored(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      String cell = row.getString(i + 2);
      cells.add(cell == null ? "" : cell);
    }
    return new StoredRecord(row.getString(1), cells);
  }

  @Override
  public boolean within(List<String> cells) {
    String member = cells.get(4);
    return all()
        || me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER).contains(member)
        || directory
            .findMember(member)
            .filter(found -> regions().contains(found.regionCode()))
            .isPresent();
  }

  @Override
  public Map<String, StoredRecord> find(Collection<List<String>> keys, boolean locked) {
    List<String> codes = keys.stream().map(key -> key.get(0)).toList();
    String sql = SELECT + " WHERE code IN (:in)" + (locked ? " ORDER BY id FOR UPDATE" : "");
    return SheetTable.byKey(table.read(sql, codes, PeopleSheet::stored), keys());
  }

  @Override
  public void check(List<SheetEdit> edits) {
    Set<String> taken = taken(edits);
    Set<String> merged = merged(edits);
    for (SheetEdit edit : edits) {
      if (!edit.isNew() && merged.contains(edit.id())) {
        // its address is none any more: whoever wrote the file cannot know
        edit.refuse("code", PROBLEM + "merged");
        continue;
      }
      String member = edit.after("member");
      if (edit.changes("member") && !member.isEmpty() && directory.findMember(member).isEmpty()) {
        edit.refuse("member", PROBLEM + "member", member);
      }
      if (edit.isNew() && !all()) {
        edit.refuse("code", PROBLEM + "invite");
      } else if (edit.isNew()) {
        checkAddress(edit, taken);
        if (edit.after("code").isEmpty()) {
          edit.complete("code", "P-" + UUID.randomUUID());
        }
      } else if (!new EmailAddress(edit.after("email")).text().equals(edit.before("email"))) {
        edit.refuse("email", PROBLEM + "own-address");
      } else {
        edit.complete("email", edit.before("email"));
      }
    }
  }

  private static void checkAddress(SheetEdit edit, Set<String> taken) {
    EmailAddress email = new EmailAddress(edit.after("email"));
    if (!Letter.reachable(email.text())) {
      edit.refuse("email", PROBLEM + "address");
    } else if (taken.contains(RecordKey.of(email.text()))) {
      edit.refuse("email", PROBLEM + "taken");
    } else {
      edit.complete("email", email.text());
    }
  }

  private Set<String> merged(List<SheetEdit> edits) {
    return Set.copyOf(
        table.read(
            "SELECT id FROM person WHERE merged_into IS NOT NULL AND id IN (:in)",
            edits.stream().filter(edit -> !edit.isNew()).map(SheetEdit::id).toList(),
            row -> row.getString(1)));
  }

  private Set<String> taken(List<SheetEdit> edits) {
    return table
        .read(
            "SELECT email FROM person WHERE email IN (:in)",
            edits.stream()
                .filter(edit -> edit.isNew() && all())
                .map(edit -> new EmailAddress(edit.after("email")).text())
                .toList(),
            row -> row.getString(1))
        .stream()
        .map(RecordKey::of)
        .collect(Collectors.toSet());
  }

  @Override
  public void write(List<SheetEdit> edits) {
    table.batch(
        "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
            + " version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
        edits.stream().filter(SheetEdit::isNew).toList(),
        PeopleSheet::values);
    table.batch(
        "UPDATE person SET code = ?, given_name = ?, family_name = ?, email = ?, member_code = ?,"
            + " language = ?, post = ?, version = version + 1 WHERE id = ?",
        edits.stream().filter(edit -> !edit.isNew()).toList(),
        edit ->
            Stream.concat(Arrays.stream(values(edit)), Stream.of(Long.valueOf(edit.id())))
                .toArray());
  }

  private static Object[] values(SheetEdit edit) {
    return COLUMNS.stream()
        .map(
            column -> {
              String cell = edit.after(column.code());
              return column.code().equals("member") && cell.isEmpty() ? null : cell;
            })
        .toArray();
  }

  @Override
  public List<String> remove(List<StoredRecord> records) {
    return table.remove("id", records, keys());
  }

  @Override
  public String name(List<String> cells) {
    return cells.get(1) + " " + cells.get(2);
  }

  @Override
  public Optional<Scope> scope(List<String> cells) {
    return cells.get(4).isEmpty() ? Optional.empty() : Optional.of(Scope.member(cells.get(4)));
  }

  @Override
  public Optional<Long> person(StoredRecord stored) {
    return Optional.of(Long.valueOf(stored.id()));
  }
}
