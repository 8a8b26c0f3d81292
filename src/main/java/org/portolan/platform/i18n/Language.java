package org.portolan.platform.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the interface. Locales are only ever picked from here, never built from input. */
public enum Language {
  EN("English"),
  FR("Français"),
  ES("Español"),
  AR("العربية"),
  RU("Русский"),
  PT("Português");

  private final String ownName;
  private final Locale locale;

  Language(String ownName) {
    this.ownName = ownName;
    this.locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
  }

  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** The languages of a list of codes separated by spaces; unknown ones are left out. */
  public static List<Language> list(String codes) {
    return Arrays.stream(codes.split(" ")).flatMap(code -> of(code).stream()).toList();
  }

  /** Two small letters, as in addresses and in the database. */
  public String code() {
    return locale.getLanguage();
  }

  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  public String direction() {
    return this == AR ? "rtl" : "ltr";
  }
}
