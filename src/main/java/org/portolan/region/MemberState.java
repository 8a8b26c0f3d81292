package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** A Member: the Customs administration of a state or territory. */
@Entity
@Table(name = "member_state")
class MemberState {
  @Id private String code;

  @Column(name = "region_code")
  private String regionCode;

  private String capital;
  private double latitude;
  private double longitude;
  private String zone;
  private String languages;
  @Embedded private LocalName name;
  private boolean demo;

  protected MemberState() {}

  MemberSummary summary() {
    return new MemberSummary(
        code, regionCode, name, zone, languages, capital, new Place(latitude, longitude), demo);
  }
}
