package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.i18n.LocalName;

/**
 * Whoever takes part in the work of the regions beside their Members: training centres, regional
 * offices, neighbouring entities, donors.
 */
@Entity
@Table(name = "body")
class Body implements Editable {
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

  @Column(name = "closed_on")
  private LocalDate closedOn;

  /** Empty for a body that was made here: no content may overwrite it. */
  private String laid;

  @Version private int version;

  protected Body() {}

  Body(String code) {
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
    Map<String, String> values = new LinkedHashMap<>(Names.values(name));
    values.put("kind", kind.code());
    values.put("region", Editable.text(regionCode));
    values.put("member", Editable.text(memberCode));
    values.put("city", Editable.text(city));
    values.put("latitude", Editable.text(latitude));
    values.put("longitude", Editable.text(longitude));
    values.put("zone", Editable.text(zone));
    values.put("languages", Editable.text(languages));
    values.put("since", Editable.text(sinceYear));
    values.put("website", Editable.text(website));
    values.put("closed", Editable.text(closedOn));
    return values;
  }

  @Override
  public void take(Map<String, String> values) {
    name = Names.of(values);
    kind = BodyKind.of(values.get("kind")).orElseThrow();
    regionCode = Editable.orNull(values.get("region"));
    memberCode = Editable.orNull(values.get("member"));
    city = Editable.orNull(values.get("city"));
    latitude = Editable.degrees(values.get("latitude"));
    longitude = Editable.degrees(values.get("longitude"));
    zone = Editable.orNull(values.get("zone"));
    languages = Editable.orNull(values.get("languages"));
    String since = values.get("since");
    sinceYear = since.isEmpty() ? null : Integer.valueOf(since);
    website = Editable.orNull(values.get("website"));
    String closed = values.get("closed");
    closedOn = closed.isEmpty() ? null : LocalDate.parse(closed);
  }

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
        demo,
        closedOn);
  }
}
