package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Whether an address of mail may well be one of an administration. */
@ApplicationScoped
public class AdministrationAddresses {
  @Inject private PersonRepository persons;
  @Inject private MailDomains domains;

  /**
   * Whether its domain is none of those that the administration names, or that its people here
   * have; where nothing is known of it, nothing is strange.
   */
  @Transactional
  public boolean strange(String memberCode, EmailAddress address) {
    Set<String> named = domains.of(Set.of(memberCode)).get(memberCode);
    return new KnownDomains(
            named,
            named == null || named.isEmpty()
                ? persons.listByMembers(Set.of(memberCode)).stream().map(Person::summary).toList()
                : Set.of())
        .strange(address);
  }
}
