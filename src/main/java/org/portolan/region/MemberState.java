package org.portolan.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.i18n.LocalName;

/** A Member: the Customs administration of a state or territory. */
@Entity
@Table(name = "member_state")
class MemberState implements Editable {
  @Id private String code;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "subregion_code")
  private String subregionCode;

  /** Of the list of least developed countries on which it stands, or null. */
  @Column(name = "ldc_list_year")
  private Integer ldcListYear;

  private String capital;
  private double latitude;
  private double longitude;
  private String zone;
  private String languages;
  @Embedded private LocalName name;
  private boolean demo;
  @Version private int version;

  protected MemberState() {}

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
    values.put("city", capital);
    values.put("latitude", Editable.text(latitude));
    values.put("longitude", Editable.text(longitude));
    values.put("zone", zone);
    values.put("languages", languages);
    return values;
  }

  @Override
  public void take(Map<String, String> values) {
    name = Names.of(values);
    capital = values.get("city");
    latitude = Editable.degrees(values.get("latitude"));
    longitude = Editable.degrees(values.get("longitude"));
    zone = values.get("zone");
    languages = values.get("languages");
  }

  MemberSummary summary() {
    return new MemberSummary(
        code,
        regionCode,
        name,
        zone,
        languages,
        capital,
        new Place(latitude, longitude),
        demo,
        subregionCode,
        ldcListYear != null);
  }
}
