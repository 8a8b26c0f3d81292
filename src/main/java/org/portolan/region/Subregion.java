package org.portolan.region;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** A part of the world by which the United Nations group states. */
@Entity
@Table(name = "subregion")
class Subregion {
  @Id private String code;
  @Embedded private LocalName name;

  protected Subregion() {}

  String code() {
    return code;
  }

  LocalName name() {
    return name;
  }
}
