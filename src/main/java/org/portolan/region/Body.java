package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/**
 * Whoever takes part in the work of the regions beside their Members: training centres, regional
 * offices, neighbouring entities, donors.
 */
@Entity
@Table(name = "body")
class Body {
  @Id private String code;

  @Enumerated(EnumType.STRING)
  private BodyKind kind;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "member_code")
  private String memberCode;

  private String city;
  private Double latitude;
  private Double longitude;
  private String zone;
  private String languages;

  @Column(name = "since_year")
  private Integer sinceYear;

  private String website;
  @Embedded private LocalName name;
  private boolean demo;

  protected Body() {}

  BodySummary summary() {
    return new BodySummary(
        code,
        kind,
        regionCode,
        memberCode,
        city,
        latitude == null || longitude == null ? null : new Place(latitude, longitude),
        zone,
        languages == null ? "" : languages,
        sinceYear,
        website,
        name,
        demo);
  }
}
