package org.portolan.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.portolan.platform.security.Grant;

/** A role given to a person for a scope, from a day on, perhaps until a day. */
@Entity
@Table(name = "role_grant")
class RoleGrant {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  private String role;

  @Column(name = "scope_kind")
  private String scopeKind;

  @Column(name = "scope_code")
  private String scopeCode;

  @Column(name = "from_day")
  private LocalDate fromDay;

  @Column(name = "to_day")
  private LocalDate toDay;

  protected RoleGrant() {}

  RoleGrant(long personId, Grant grant, LocalDate fromDay) {
    this.personId = personId;
    this.role = grant.role().code();
    this.scopeKind = grant.scope().kind().code();
    this.scopeCode = grant.scope().code();
    this.fromDay = fromDay;
  }

  HeldRole held() {
    return new HeldRole(role, scopeKind, scopeCode, toDay);
  }
}
