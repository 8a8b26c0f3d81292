package org.portolan.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditReading;
import org.portolan.platform.audit.TrailState;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** The whole audit trail, which only administrators read. Looking at it changes nothing. */
@ApplicationScoped
public class AuditDesk {
  private static final int SIZE = 50;

  @Inject private AuditReading trail;
  @Inject private People people;
  @Inject private CurrentPerson me;

  @Transactional
  public AuditPage search(AuditFilter filter, String cursor) {
    permit();
    return trail.search(filter, cursor, SIZE);
  }

  @Transactional
  public TrailState state() {
    permit();
    return trail.state();
  }

  /** Somebody by the number or the address of their account. */
  @Transactional
  public Optional<PersonSummary> person(String typed) {
    permit();
    return typed.matches("\\d{1,18}")
        ? people.find(Long.parseLong(typed))
        : EmailAddress.typed(typed).flatMap(people::findByEmail);
  }

  private void permit() {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
  }
}
