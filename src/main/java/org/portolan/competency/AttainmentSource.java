package org.portolan.competency;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Locale;

/** Who says that somebody has a competency. */
public enum AttainmentSource {
  COURSE,
  ADMINISTRATION,
  OWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether others may rely on it. */
  boolean confirms() {
    return this != OWN;
  }

  /** As the database keeps it. */
  @Converter
  static class Column implements AttributeConverter<AttainmentSource, String> {
    @Override
    public String convertToDatabaseColumn(AttainmentSource source) {
      return source.code();
    }

    @Override
    public AttainmentSource convertToEntityAttribute(String code) {
      return Arrays.stream(values())
          .filter(source -> source.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }
}
