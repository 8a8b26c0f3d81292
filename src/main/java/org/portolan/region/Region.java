package org.portolan.region;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** One of the six regions in which Members coordinate their capacity building. */
@Entity
@Table(name = "region")
class Region {
  @Id private String code;
  private String label;
  @Embedded private LocalName name;
  private String languages;
  private int sort;

  protected Region() {}

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  LocalName name() {
    return name;
  }

  String languages() {
    return languages;
  }

  int sort() {
    return sort;
  }
}
