package org.portolan.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The people of one administration, among whom somebody is looked for who is there already. */
final class Lookalikes {
  private static final int MOST = 5;

  private final List<Known> known;

  Lookalikes(Collection<PersonSummary> people) {
    known =
        people.stream()
            .map(
                person ->
                    new Known(
                        person, WrittenName.of(person.name()), new EmailAddress(person.email())))
            .toList();
  }

  /** Those who may be the same person, the surest first. */
  List<Lookalike> of(String name, EmailAddress email) {
    WrittenName written = WrittenName.of(name);
    return known.stream()
        .flatMap(
            other ->
                Likeness.between(written, email, other.name(), other.email())
                    .map(why -> new Lookalike(other.person(), why))
                    .stream())
        .sorted(Comparator.comparing(Lookalike::why))
        .limit(MOST)
        .toList();
  }

  private record Known(PersonSummary person, WrittenName name, EmailAddress email) {}
}
