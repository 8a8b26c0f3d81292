package org.portolan.catalog;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** A family of themes: revenue, facilitation, enforcement, organization. */
@Entity
@Table(name = "theme_package")
class ThemePackage {
  @Id private String code;
  @Embedded private LocalName name;
  private int sort;

  protected ThemePackage() {}

  PackageSummary summary() {
    return new PackageSummary(code, name);
  }
}
