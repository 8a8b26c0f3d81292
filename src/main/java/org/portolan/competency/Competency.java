package org.portolan.competency;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.portolan.platform.i18n.LocalName;

/** Something that officers should be able to do. */
@Entity
@Table(name = "competency")
class Competency {
  @Id private String code;

  @Column(name = "group_code")
  private String group;

  @Column(name = "theme_code")
  private String theme;

  @Embedded private LocalName name;

  @Embedded
  @AttributeOverride(name = "en", column = @Column(name = "description_en"))
  @AttributeOverride(name = "fr", column = @Column(name = "description_fr"))
  @AttributeOverride(name = "es", column = @Column(name = "description_es"))
  @AttributeOverride(name = "ar", column = @Column(name = "description_ar"))
  @AttributeOverride(name = "ru", column = @Column(name = "description_ru"))
  @AttributeOverride(name = "pt", column = @Column(name = "description_pt"))
  private LocalName description;

  private int sort;

  protected Competency() {}

  CompetencySummary summary() {
    return new CompetencySummary(
        code, CompetencyGroup.of(group).orElseThrow(), theme, name, description);
  }
}
