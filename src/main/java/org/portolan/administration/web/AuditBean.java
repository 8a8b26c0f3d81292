package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.administration.AuditDesk;
import org.portolan.office.web.OfficeWords;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.TrailState;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/** The audit trail, the newest entry first; what is looked for stands in the address. */
@Named("auditPage")
@RequestScoped
public class AuditBean {
  private static final String HERE = "/desk/audit";
  private static final ValueRange YEARS = ValueRange.of(1000, 9998);
  private static final List<String> FILTERS =
      List.of("actor", "action", "kind", "record", "from", "to");

  @Inject private PageParameters parameters;
  @Inject private AuditDesk desk;
  @Inject private HistoryLines lines;
  @Inject private People people;
  @Inject private OfficeWords words;
  @Inject private Texts texts;
  @Inject private CurrentLanguage language;

  private final Map<String, String> typed = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private Map<String, String> actions;
  private Map<String, String> kinds;
  private PersonSummary actor;
  private TrailState state;
  private List<Row> rows;
  private String next;

  /**
   * An entry.
   *
   * @param kind of record, in words
   * @param record as it is called
   * @param address of its page, or null
   * @param scope the name of the body within whose scope it is, or empty
   */
  public record Row(
      HistoryLines.Line line,
      String kind,
      String record,
      String address,
      String scope,
      boolean sealed) {}

  @PostConstruct
  void read() {
    state = desk.state();
    actions = texts.under("audit.action");
    kinds = texts.under("administration.audit.kind");
    FILTERS.forEach(
        name ->
            Optional.ofNullable(parameters.get(name)).ifPresent(value -> typed.put(name, value)));
    AuditFilter filter = filter();
    AuditPage page =
        unknown.isEmpty()
            ? desk.search(filter, parameters.get("cursor"))
            : new AuditPage(List.of(), null);
    next = page.next();
    rows = rows(page);
  }

  private AuditFilter filter() {
    String who = typed.get("actor");
    if (who != null) {
      actor = desk.person(who).orElse(null);
      known(actor != null, who);
    }
    String action = typed.get("action");
    known(
        action == null
            || actions.containsKey(action)
            || action.endsWith(".")
                && actions.keySet().stream().anyMatch(a -> a.startsWith(action)),
        action);
    String kind = typed.get("kind");
    known(kind == null || kinds.containsKey(kind), kind);
    Instant from = day("from", 0);
    Instant before = day("to", 1);
    known(
        from == null || before == null || from.isBefore(before),
        typed.get("from") + " – " + typed.get("to"));
    return new AuditFilter(
        actor == null ? null : actor.id(), kind, typed.get("record"), action, from, before);
  }

  private void known(boolean known, String value) {
    if (!known) {
      unknown.add(value);
    }
  }

  private Instant day(String name, int more) {
    String value = typed.get(name);
    if (value == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      // before and after that, the database knows no days
      known(YEARS.isValidIntValue(day.getYear()), value);
      return day.plusDays(more).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      unknown.add(value);
      return null;
    }
  }

  private List<Row> rows(AuditPage page) {
    List<HistoryLines.Line> told = lines.of(page);
    Map<Long, PersonSummary> persons =
        people.byIds(
            page.entries().stream()
                .filter(entry -> entry.kind().equals("person"))
                .map(AuditEntry::recordId)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet()));
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      AuditEntry entry = page.entries().get(i);
      all.add(
          new Row(
              told.get(i),
              kinds.getOrDefault(entry.kind(), entry.kind()),
              name(entry, persons),
              address(entry.kind(), entry.recordId()),
              scope(entry),
              entry.sealed()));
    }
    return all;
  }

  private String name(AuditEntry entry, Map<Long, PersonSummary> persons) {
    String id = entry.recordId();
    if (entry.kind().equals("person") && id.matches("\\d{1,18}")) {
      PersonSummary person = persons.get(Long.valueOf(id));
      return person == null ? id : person.name();
    }
    // an export is known by what was taken out
    return entry.kind().equals("export") ? texts.get("administration.exchange.kind." + id) : id;
  }

  private String scope(AuditEntry entry) {
    return entry.scopeKind() == null
        ? ""
        : words.body(new Scope(Scope.Kind.of(entry.scopeKind()), entry.scopeCode()));
  }

  private static String address(String kind, String id) {
    return switch (kind) {
      case "person" -> "/desk/persons/" + id;
      case "mandate" -> "/desk/mandates/" + id;
      case "application" -> "/applications/" + id;
      case "session" -> "/desk/centre/session/" + id;
      case "member" -> "/regions/member/" + id;
      case "body" -> "/regions/body/" + id;
      case "import" -> "/desk/exchange/" + id;
      default -> null;
    };
  }

  public List<Row> getRows() {
    return rows;
  }

  public TrailState getState() {
    return state;
  }

  /** What was typed into a filter, or nothing. */
  public String typed(String filter) {
    return typed.getOrDefault(filter, "");
  }

  public boolean isRestricted() {
    return !typed.isEmpty();
  }

  /** Values of filters that mean nothing. */
  public String getUnknown() {
    return String.join(", ", unknown);
  }

  /** The person whose deeds are shown, or null. */
  public PersonSummary getActor() {
    return actor;
  }

  public List<Choice> getActions() {
    return choices(actions, "action");
  }

  public List<Choice> getKinds() {
    return choices(kinds, "kind");
  }

  private List<Choice> choices(Map<String, String> words, String filter) {
    Collator collator = Collator.getInstance(language.get().locale());
    return words.entrySet().stream()
        .map(
            word ->
                new Choice(word.getKey(), word.getValue(), word.getKey().equals(typed.get(filter))))
        .sorted(Comparator.comparing(Choice::label, collator))
        .toList();
  }

  /** The address of older entries, or null. */
  public String getOlder() {
    if (next == null) {
      return null;
    }
    Map<String, String> there = new LinkedHashMap<>(typed);
    there.put("cursor", next);
    return Address.of(HERE, there);
  }

  /** The address of the newest entries of this kind, or null when they are shown. */
  public String getNewest() {
    return parameters.get("cursor") == null ? null : Address.of(HERE, typed);
  }
}
