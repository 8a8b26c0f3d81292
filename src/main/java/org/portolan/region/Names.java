package org.portolan.region;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;

/** A name in six languages as the six fields of a form. */
final class Names {
  private Names() {}

  static Map<String, String> values(LocalName name) {
    return Arrays.stream(Language.values())
        .collect(Collectors.toMap(language -> "name." + language.code(), name::in));
  }

  static LocalName of(Map<String, String> values) {
    return new LocalName(
        values.get("name.en"),
        values.get("name.fr"),
        values.get("name.es"),
        values.get("name.ar"),
        values.get("name.ru"),
        values.get("name.pt"));
  }
}
