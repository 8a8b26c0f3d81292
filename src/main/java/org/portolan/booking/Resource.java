package org.portolan.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.portolan.region.CentreSummary;

/** Something or somebody of a centre that sessions are booked on. */
@Entity
@Table(name = "resource")
class Resource {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "centre_code")
  private String centreCode;

  @Column(name = "region_code")
  private String regionCode;

  private String kind;
  private String name;

  /** The venue or building in which it lies, or null. */
  @Column(name = "part_of")
  private Long partOf;

  /** The outermost of these; null for what lies in nothing. */
  @Column(name = "root_id")
  private Long rootId;

  private String address;
  private Double latitude;
  private Double longitude;
  private String layouts;
  private String languages;
  private int quantity;

  @Column(name = "setup_minutes")
  private int setup;

  @Column(name = "clear_minutes")
  private int clear;

  /** Null for what its kind has. */
  private String level;

  /** The account of a trainer, or null. */
  @Column(name = "person_id")
  private Long personId;

  private boolean shared;
  private boolean retired;
  @Version private int version;

  protected Resource() {}

  Resource(CentreSummary centre) {
    centreCode = centre.code();
    regionCode = centre.regionCode();
  }

  /**
   * Takes what was found to be without fault.
   *
   * @param outer in which it lies, or null
   */
  void take(ResourceEdit edit, Resource outer) {
    kind = edit.kind().code();
    name = edit.name();
    partOf = outer == null ? null : outer.id;
    rootId = outer == null ? null : outer.root();
    address = edit.address();
    latitude = edit.latitude();
    longitude = edit.longitude();
    layouts = edit.kind().place() ? edit.seats().text() : "";
    languages = edit.kind().speaks() ? String.join(" ", edit.languages()) : "";
    // who is no trainer any more has no account here
    personId = edit.kind() == ResourceKind.TRAINER ? personId : null;
    quantity = edit.kind().countable() ? edit.quantity() : 1;
    setup = edit.setup();
    clear = edit.clear();
    level = edit.level() == null ? null : edit.level().code();
    shared = edit.shared();
  }

  Long personId() {
    return personId;
  }

  /** Whose account a trainer has; null for none. */
  void belongsTo(Long person) {
    personId = person;
  }

  /** Nobody books it from now on; what was booked stays. */
  void retire() {
    retired = true;
  }

  void takeBack() {
    retired = false;
  }

  /** The row that whoever books any of what lies together holds. */
  long root() {
    return rootId == null ? id : rootId;
  }

  Long id() {
    return id;
  }

  String centreCode() {
    return centreCode;
  }

  int version() {
    return version;
  }

  ResourceSummary summary() {
    return new ResourceSummary(
        id,
        centreCode,
        regionCode,
        ResourceKind.of(kind).orElseThrow(),
        name,
        partOf,
        root(),
        address,
        latitude,
        longitude,
        RoomSeats.of(layouts),
        languages.isEmpty() ? List.of() : List.of(languages.split(" ")),
        quantity,
        setup,
        clear,
        ConflictLevel.of(level).orElse(null),
        shared,
        retired,
        version);
  }
}
