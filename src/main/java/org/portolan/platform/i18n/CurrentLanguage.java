package org.portolan.platform.i18n;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The language this request is answered in; English until somebody has said otherwise. */
@Named("language")
@RequestScoped
public class CurrentLanguage {
  private Language language = Language.EN;

  public Language get() {
    return language;
  }

  public void set(Language chosen) {
    language = chosen;
  }

  public String getCode() {
    return language.code();
  }

  public String getDirection() {
    return language.direction();
  }

  public Language[] getAll() {
    return Language.values();
  }
}
