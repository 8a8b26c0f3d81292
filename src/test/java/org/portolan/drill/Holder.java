package org.portolan.drill;

import java.util.List;
import java.util.Locale;

/** The kinds of people that the table of access speaks of. */
enum Holder {
  VISITOR(null, null),
  OFFICER(null, null),
  COORDINATOR("coordinator", "member"),
  /** Stands in for a National Coordinator. */
  DEPUTY("coordinator", "member"),
  /** Was National Coordinator, handed the office over, and may still look. */
  FORMER("coordinator", "member"),
  CONTACT_POINT("contact_point", "member"),
  CENTRE_DIRECTOR("centre_director", "centre"),
  CENTRE_STAFF("centre_staff", "centre"),
  ROCB_DIRECTOR("rocb_director", "region"),
  ROCB_OFFICER("rocb_officer", "region"),
  VICE_CHAIR("vice_chair", "region"),
  VICE_CHAIR_OFFICER("vice_chair_officer", "region"),
  FALLBACK_APPROVER("fallback_approver", "region"),
  EDITOR("editor", "region"),
  DONOR_OFFICER("donor_officer", "body"),
  HEAD("head", "body"),
  SECRETARIAT("secretariat", "platform"),
  ADMIN("admin", "platform");

  /** For which body an office is held, and when. */
  enum When {
    /** For the body of the record that is acted on. */
    OWN,
    OTHER,
    EXPIRED,
    FUTURE
  }

  private final String office;
  private final String kind;

  Holder(String office, String kind) {
    this.office = office;
    this.kind = kind;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The office that they hold, or null. */
  String office() {
    return office;
  }

  String kind() {
    return kind;
  }

  /** The cases in which they are tried. */
  List<When> cases() {
    if (office == null) {
      return List.of(When.OWN);
    }
    return kind.equals("platform")
        ? List.of(When.OWN, When.EXPIRED, When.FUTURE)
        : List.of(When.values());
  }

  /** Those who approve for Members without a coordinator are tried on such a Member. */
  String member() {
    return this == FALLBACK_APPROVER ? Records.MEMBER_WITHOUT_COORDINATOR : Records.MEMBER;
  }

  String body(When when) {
    boolean other = when == When.OTHER;
    return switch (kind) {
      case "member" -> other ? "XN" : Records.MEMBER;
      case "centre" -> other ? "DEMO-RTC-XN1" : Records.CENTRE;
      case "region" -> other ? "EUR" : Records.REGION;
      case "body" -> other ? "DEMO-BODY-2" : "DEMO-BODY-1";
      default -> "*";
    };
  }
}
