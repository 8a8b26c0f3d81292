package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The term of a Vice-Chair in the database. */
@Entity
@Table(name = "vice_chair_term")
class ViceChairTerm {
  @Id private String code;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "member_code")
  private String memberCode;

  private String since;

  @Column(name = "until")
  private String until;

  private String seen;
  private boolean demo;

  protected ViceChairTerm() {}

  ViceChair summary() {
    return new ViceChair(
        code,
        regionCode,
        memberCode,
        PartialDate.of(since),
        PartialDate.of(until),
        PartialDate.of(seen),
        demo);
  }
}
