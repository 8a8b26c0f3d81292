package org.portolan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** A subject of Customs work under which courses, sessions and practices are filed. */
@Entity
@Table(name = "theme")
class Theme {
  @Id private String code;

  @Column(name = "package_code")
  private String packageCode;

  @Embedded private LocalName name;
  private int sort;

  protected Theme() {}

  ThemeSummary summary() {
    return new ThemeSummary(code, packageCode, name);
  }
}
