package org.portolan.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which domains of mail an administration is known: those that it names for its own sign-in,
 * else those of the people it has here.
 */
final class KnownDomains {
  private final Set<String> domains;

  KnownDomains(Set<String> named, Collection<PersonSummary> people) {
    domains =
        named == null || named.isEmpty()
            ? people.stream()
                .map(person -> domain(new EmailAddress(person.email())))
                .collect(Collectors.toSet())
            : Set.copyOf(named);
  }

  /** Whether an address is of none of them; where nothing is known, nothing is strange. */
  boolean strange(EmailAddress email) {
    return !domains.isEmpty() && !domains.contains(domain(email));
  }

  static Map<String, KnownDomains> of(
      Collection<String> members,
      Map<String, Set<String>> named,
      Map<String, ? extends Collection<PersonSummary>> people) {
    return members.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                member -> member,
                member -> {
                  Collection<PersonSummary> there = people.get(member);
                  return new KnownDomains(named.get(member), there == null ? Set.of() : there);
                }));
  }

  private static String domain(EmailAddress email) {
    return email.text().substring(email.text().lastIndexOf('@') + 1);
  }
}
