package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;

/** The accounts anybody may try in the demo world, one for each way of working. */
@ApplicationScoped
public class DemoAccounts {
  private static final List<String> NAMES =
      List.of(
          "trainee",
          "coordinator",
          "centre",
          "editor",
          "rocb",
          "vicechair",
          "secretariat",
          "admin");
  private static final String DOMAIN = "@demo.portolan.example";

  @Inject private People people;
  @Inject private Installation installation;

  /** None where there is no demo world. */
  @Transactional
  public List<PersonSummary> all() {
    if (!installation.demo()) {
      return List.of();
    }
    List<String> emails = NAMES.stream().map(name -> name + DOMAIN).toList();
    return people.listByEmails(emails).stream()
        .sorted(Comparator.comparing(person -> emails.indexOf(person.email())))
        .toList();
  }
}
