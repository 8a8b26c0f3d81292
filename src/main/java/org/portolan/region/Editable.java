package org.portolan.region;

import java.util.Map;

/** A row of the reference data that is read and changed as the texts of a form. */
interface Editable {
  String code();

  int version();

  Map<String, String> values();

  /** Takes values that {@link ReferenceRules} found no fault with. */
  void take(Map<String, String> values);

  static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  static Double degrees(String value) {
    return value.isEmpty() ? null : Double.valueOf(value);
  }
}
