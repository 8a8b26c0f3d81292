package org.portolan.platform.i18n;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The name of a reference record in all six languages. */
@Embeddable
public class LocalName {
  @Column(name = "name_en")
  private String en;

  @Column(name = "name_fr")
  private String fr;

  @Column(name = "name_es")
  private String es;

  @Column(name = "name_ar")
  private String ar;

  @Column(name = "name_ru")
  private String ru;

  @Column(name = "name_pt")
  private String pt;

  protected LocalName() {}

  public LocalName(String en, String fr, String es, String ar, String ru, String pt) {
    this.en = en;
    this.fr = fr;
    this.es = es;
    this.ar = ar;
    this.ru = ru;
    this.pt = pt;
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case FR -> fr;
      case ES -> es;
      case AR -> ar;
      case RU -> ru;
      case PT -> pt;
    };
  }
}
