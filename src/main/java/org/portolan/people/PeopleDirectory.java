package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.platform.config.Installation;

/** People by their numbers, in bulk, for features that show who did what. */
@ApplicationScoped
public class PeopleDirectory {
  private static final List<String> DEMO_ACCOUNTS =
      List.of("trainee", "coordinator", "centre", "editor", "rocb", "admin");
  private static final String DEMO_DOMAIN = "@demo.portolan.example";

  @Inject private AccountRepository accounts;
  @Inject private Installation installation;

  @Transactional
  public Map<Long, PersonSummary> summaries(Collection<Long> ids) {
    return accounts.listPeople(ids).stream()
        .map(Person::summary)
        .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
  }

  @Transactional
  public Optional<PersonSummary> find(long id) {
    return accounts.findPerson(id).map(Person::summary);
  }

  /** The accounts anybody may try in the demo world, one for each way of working; else none. */
  @Transactional
  public List<PersonSummary> demoAccounts() {
    if (!installation.demo()) {
      return List.of();
    }
    List<String> emails = DEMO_ACCOUNTS.stream().map(name -> name + DEMO_DOMAIN).toList();
    return accounts.listByEmails(emails).stream()
        .map(Person::summary)
        .sorted(Comparator.comparing(person -> emails.indexOf(person.email())))
        .toList();
  }
}
