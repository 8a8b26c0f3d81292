package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;

/** The term of a Vice-Chair in the database. */
@Entity
@Table(name = "vice_chair_term")
class ViceChairTerm implements Editable {
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

  /** Empty for a term that was made here: no content may overwrite it. */
  private String laid;

  @Version private int version;

  protected ViceChairTerm() {}

  ViceChairTerm(String code) {
    this.code = code;
    this.laid = "";
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Map<String, String> values() {
    return Map.of(
        "region",
        regionCode,
        "member",
        memberCode,
        "since",
        Editable.text(since),
        "until",
        Editable.text(until),
        "seen",
        Editable.text(seen));
  }

  @Override
  public void take(Map<String, String> values) {
    regionCode = values.get("region");
    memberCode = values.get("member");
    since = Editable.orNull(values.get("since"));
    until = Editable.orNull(values.get("until"));
    seen = Editable.orNull(values.get("seen"));
  }

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
