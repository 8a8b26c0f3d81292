package org.portolan.office;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * The offices of this world. What one may do belongs to the office and not to the person: whoever
 * holds it gets its role for its scope, for as long as they hold it.
 */
public enum Office {
  /** National Coordinator of a Member; often two share the work. */
  COORDINATOR(Scope.Kind.MEMBER, Role.COORDINATOR, false),
  /** National contact point of a Member for capacity building; known in the directory. */
  CONTACT_POINT(Scope.Kind.MEMBER, null, false),
  CENTRE_DIRECTOR(Scope.Kind.CENTRE, Role.CENTRE, true),
  CENTRE_STAFF(Scope.Kind.CENTRE, Role.CENTRE, false),
  ROCB_DIRECTOR(Scope.Kind.REGION, Role.ROCB, true),
  ROCB_OFFICER(Scope.Kind.REGION, Role.ROCB, false),
  VICE_CHAIR(Scope.Kind.REGION, Role.VICE_CHAIR, true),
  VICE_CHAIR_OFFICER(Scope.Kind.REGION, Role.VICE_CHAIR, false),
  /** Decides for the Members of a region that have no National Coordinator. */
  FALLBACK_APPROVER(Scope.Kind.REGION, null, true),
  EDITOR(Scope.Kind.REGION, Role.EDITOR, false),
  DONOR_OFFICER(Scope.Kind.BODY, Role.DONOR, false),
  /** Head of a body that is no training centre: a laboratory, a dog centre and the like. */
  HEAD(Scope.Kind.BODY, null, true),
  SECRETARIAT(Scope.Kind.PLATFORM, Role.SECRETARIAT, false),
  ADMIN(Scope.Kind.PLATFORM, Role.ADMIN, false);

  private final Scope.Kind kind;
  private final Role role;
  private final boolean exclusive;

  Office(Scope.Kind kind, Role role, boolean exclusive) {
    this.kind = kind;
    this.role = role;
    this.exclusive = exclusive;
  }

  public static Office of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The office of this code, if there is one. */
  public static Optional<Office> find(String code) {
    return EnumSet.allOf(Office.class).stream()
        .filter(office -> office.code().equals(code))
        .findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For what kind of body the office is held. */
  public Scope.Kind kind() {
    return kind;
  }

  /** The role that comes with it, if one does. */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** Whether only one person at a time holds it for a body, deputies aside. */
  public boolean exclusive() {
    return exclusive;
  }

  /**
   * The offices whose holders appoint to this one, for the same body or for the region it lies in;
   * those of the platform for every body. Administrators appoint to all.
   */
  Set<Office> appointedBy() {
    return switch (this) {
      case COORDINATOR, VICE_CHAIR, DONOR_OFFICER -> EnumSet.of(SECRETARIAT);
      case CONTACT_POINT -> EnumSet.of(COORDINATOR, ROCB_DIRECTOR, ROCB_OFFICER, SECRETARIAT);
      case CENTRE_DIRECTOR, HEAD -> EnumSet.of(ROCB_DIRECTOR, SECRETARIAT);
      case CENTRE_STAFF -> EnumSet.of(CENTRE_DIRECTOR, ROCB_DIRECTOR, ROCB_OFFICER, SECRETARIAT);
      case ROCB_DIRECTOR -> EnumSet.of(VICE_CHAIR, SECRETARIAT);
      case ROCB_OFFICER -> EnumSet.of(ROCB_DIRECTOR, SECRETARIAT);
      case VICE_CHAIR_OFFICER -> EnumSet.of(VICE_CHAIR, SECRETARIAT);
      case FALLBACK_APPROVER -> EnumSet.of(VICE_CHAIR, ROCB_DIRECTOR, SECRETARIAT);
      case EDITOR -> EnumSet.of(ROCB_DIRECTOR, ROCB_OFFICER, SECRETARIAT);
      case SECRETARIAT, ADMIN -> EnumSet.of(ADMIN);
    };
  }
}
