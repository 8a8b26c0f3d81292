package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotAllowed;

/** The people of the administrations that a coordinator looks after. */
@ApplicationScoped
public class PeopleDesk {
  @Inject private PersonRepository persons;
  @Inject private PeoplePermissions permissions;

  /** Codes of the administrations; never empty. */
  public Set<String> members() {
    Set<String> members = permissions.coordinated();
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return members;
  }

  /**
   * @param words of the name or address, or null
   */
  @Transactional
  public long count(String words) {
    return persons.count(members(), words);
  }

  @Transactional
  public List<PersonSummary> list(String words, Slice slice) {
    return persons.list(members(), words, slice).stream().map(Person::summary).toList();
  }
}
