package org.portolan.office;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.exchange.SheetEdit;
import org.portolan.platform.security.Scope;

/** What a row of a file makes of a mandate, in the words of offices. */
record MandateRow(SheetEdit edit) {
  static final String PERSON = "person";
  static final String OFFICE = "office";
  static final String SCOPE = "scope";
  static final String FROM = "from";
  static final String TO = "to";
  static final String DEPUTY = "deputy_for";

  /** The codes of all who are named in them. */
  static Set<String> peopleOf(Collection<MandateRow> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.person(), row.deputyFor()))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The codes of all scopes in them. */
  static Set<String> scopesOf(Collection<MandateRow> rows) {
    return rows.stream().map(row -> row.edit.after(SCOPE)).collect(Collectors.toSet());
  }

  boolean isNew() {
    return edit.isNew();
  }

  /** Of a mandate that is there already. */
  long id() {
    return Long.parseLong(edit.id());
  }

  String person() {
    return edit.after(PERSON);
  }

  Office office() {
    return Office.of(edit.after(OFFICE));
  }

  Scope scope() {
    return new Scope(office().kind(), edit.after(SCOPE));
  }

  Term term() {
    return new Term(day(FROM), day(TO));
  }

  private LocalDate day(String column) {
    String cell = edit.after(column);
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  /** The code of whom it stands in for, or nothing. */
  String deputyFor() {
    return edit.after(DEPUTY);
  }

  boolean isDeputy() {
    return !deputyFor().isEmpty();
  }

  /**
   * The mandate that a deputy stands in for, on the first day.
   *
   * @param unended mandates that are not over
   * @param holder who has to hold it
   */
  Optional<Mandate> principal(List<Mandate> unended, long holder) {
    LocalDate first = term().from();
    return unended.stream()
        .filter(mandate -> mandate.personId() == holder && !mandate.deputy())
        .filter(mandate -> mandate.office() == office() && mandate.scope().equals(scope()))
        .filter(mandate -> !mandate.term().from().isAfter(first))
        .filter(mandate -> mandate.term().to() == null || !mandate.term().to().isBefore(first))
        .findFirst();
  }
}
