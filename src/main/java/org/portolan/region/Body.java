package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** A Regional Training Centre (RTC) or a Regional Office for Capacity Building (ROCB). */
@Entity
@Table(name = "centre")
class Centre {
  @Id private String code;
  private String kind;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "member_code")
  private String memberCode;

  private String city;
  private double latitude;
  private double longitude;
  private String zone;
  private String languages;

  @Column(name = "since_year")
  private Integer sinceYear;

  @Embedded private LocalName name;
  private boolean demo;

  protected Centre() {}

  CentreSummary summary() {
    return new CentreSummary(
        code,
        kind,
        regionCode,
        memberCode,
        city,
        latitude,
        longitude,
        zone,
        languages,
        sinceYear,
        name,
        demo);
  }
}
