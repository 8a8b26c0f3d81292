package org.portolan.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.security.Scope;

/**
 * One look at rows of mandates that may stand against each other, by the rules of appointing; each
 * is told what is wrong with it. It must stand in a transaction whose mandates nobody else changes:
 * they take the days of the rows while it looks.
 */
final class MandateRowsCheck {
  private static final String PROBLEM = "office.sheet.problem.";

  private final List<MandateRow> rows;
  private final Places places;
  private final Instant now;
  private final BiPredicate<Office, Scope> mayAppoint;
  private final Map<String, PersonSummary> byCode;
  private final Map<String, List<Mandate>> bySeat = new HashMap<>();
  private final Map<Long, Mandate> byId = new HashMap<>();
  private final Map<Long, PersonSummary> names;

  /**
   * @param mayAppoint whether whoever brings the rows appoints to an office of a scope
   */
  MandateRowsCheck(
      List<MandateRow> rows,
      MandateRepository mandates,
      Places places,
      People people,
      Instant now,
      BiPredicate<Office, Scope> mayAppoint) {
    this.rows = rows;
    this.places = places;
    this.now = now;
    this.mayAppoint = mayAppoint;
    this.byCode = people.byCodes(MandateRow.peopleOf(rows));
    List<Mandate> unended =
        mandates.listAll(MandateRow.scopesOf(rows)).stream()
            .filter(mandate -> !mandate.overAt(now))
            .toList();
    // they take the days of the file here, and nowhere else
    mandates.detachAll();
    for (Mandate mandate : unended) {
      seat(mandate.office(), mandate.scope()).add(mandate);
      byId.put(mandate.id(), mandate);
    }
    this.names = people.byIds(unended.stream().map(Mandate::personId).collect(Collectors.toSet()));
  }

  private List<Mandate> seat(Office office, Scope scope) {
    return bySeat.computeIfAbsent(office.code() + ' ' + scope.term(), any -> new ArrayList<>());
  }

  void run() {
    List<MandateRow> changed = new ArrayList<>();
    List<MandateRow> made = new ArrayList<>();
    for (MandateRow row : rows) {
      if (permitted(row)) {
        (row.isNew() ? made : changed).add(row);
      }
    }
    changed.forEach(this::takeDays);
    changed.forEach(this::checkChanged);
    made.sort(Comparator.comparing(MandateRow::isDeputy));
    made.forEach(this::checkNew);
  }

  private boolean permitted(MandateRow row) {
    SheetEdit edit = row.edit();
    if (!places.has(row.office(), row.scope())) {
      edit.refuse(MandateRow.SCOPE, refusal(MandateRefused.Kind.STRANGE_SCOPE));
    } else if (!byCode.containsKey(row.person())) {
      edit.refuse(MandateRow.PERSON, PROBLEM + "person");
    } else if (!mayAppoint.test(row.office(), row.scope())) {
      edit.refuse(MandateRow.OFFICE, PROBLEM + "not-yours");
    } else if (!row.isNew() && edit.changes(MandateRow.DEPUTY)) {
      edit.refuse(MandateRow.DEPUTY, PROBLEM + "fixed");
    } else if (!row.isNew() && !byId.containsKey(row.id())) {
      edit.refuse(MandateRow.TO, refusal(MandateRefused.Kind.OVER));
    } else {
      return true;
    }
    return false;
  }

  private void takeDays(MandateRow row) {
    Mandate mandate = byId.get(row.id());
    mandate.endOn(row.term().to(), places.zoneOf(mandate.scope()));
  }

  private void checkChanged(MandateRow row) {
    Mandate mandate = byId.get(row.id());
    Mandate principal = mandate.deputy() ? byId.get(mandate.deputyFor()) : null;
    check(row, mandate, mandate.personId(), principal, mandate.term(), mandate.startsAt());
    boolean outlived =
        seat(mandate.office(), mandate.scope()).stream()
            .filter(other -> Long.valueOf(mandate.id()).equals(other.deputyFor()))
            .anyMatch(deputy -> !deputy.term().within(mandate.term()));
    if (outlived) {
      row.edit().refuse(MandateRow.TO, PROBLEM + "deputies");
    }
  }

  private void checkNew(MandateRow row) {
    Mandate principal = null;
    if (row.isDeputy()) {
      principal = principal(row).orElse(null);
      if (principal == null) {
        row.edit().refuse(MandateRow.DEPUTY, PROBLEM + "principal");
        return;
      }
    }
    long person = byCode.get(row.person()).id();
    Term term = row.term();
    Instant starts = term.startsAt(places.zoneOf(row.scope()));
    if (check(row, null, person, principal, term, starts)) {
      // for the rows after it; a deputy's number is not known yet, only that it is one
      Long holder = principal == null ? null : -1L;
      seat(row.office(), row.scope())
          .add(
              new Mandate(
                  row.office(), row.scope(), person, holder, term, places.zoneOf(row.scope())));
    }
  }

  private Optional<Mandate> principal(MandateRow row) {
    return Optional.ofNullable(byCode.get(row.deputyFor()))
        .flatMap(holder -> row.principal(seat(row.office(), row.scope()), holder.id()));
  }

  private boolean check(
      MandateRow row, Mandate changed, long person, Mandate principal, Term term, Instant starts) {
    Mandate[] other = {null};
    try {
      new AppointmentRules(
              seat(row.office(), row.scope()),
              places.zoneOf(row.scope()),
              now,
              standing -> {
                other[0] = standing;
                return null;
              })
          .check(changed, person, principal, term, starts);
      return true;
    } catch (MandateRefused refused) {
      String column = column(refused.kind());
      row.edit().refuse(column, refusal(refused.kind()));
      if (other[0] != null) {
        Term held = other[0].term();
        row.edit()
            .refuse(
                column,
                PROBLEM + "other",
                name(other[0].personId()),
                held.from(),
                held.to() == null ? "…" : held.to());
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

  private static String refusal(MandateRefused.Kind kind) {
    return "office.refused." + kind.type();
  }

  private static String column(MandateRefused.Kind kind) {
    return switch (kind) {
      case REVERSED, ENDS_IN_PAST, OUTSIDE_PRINCIPAL, OVER -> MandateRow.TO;
      case OUT_OF_RANGE, TAKEN, BEGINS_IN_PAST, AFTER_END, HANDED_ALREADY -> MandateRow.FROM;
      case STRANGE_SCOPE -> MandateRow.SCOPE;
      case HELD_ALREADY, NO_PERSON -> MandateRow.PERSON;
      case DEPUTY_OF_DEPUTY, OWN_DEPUTY -> MandateRow.DEPUTY;
    };
  }
}
