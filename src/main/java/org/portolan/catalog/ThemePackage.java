package org.portolan.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A family of themes: revenue, facilitation, enforcement, organization. Asked for the order in
 * which its themes are listed, and for nothing else so far.
 */
@Entity
@Table(name = "theme_package")
class ThemePackage {
  @Id private String code;
  private int sort;

  protected ThemePackage() {}
}
