package org.portolan.finding.saved;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A rhythm as its code. */
@Converter
public class RhythmColumn implements AttributeConverter<Rhythm, String> {
  @Override
  public String convertToDatabaseColumn(Rhythm rhythm) {
    return rhythm == null ? null : rhythm.code();
  }

  @Override
  public Rhythm convertToEntityAttribute(String stored) {
    return stored == null ? null : Rhythm.of(stored).orElseThrow();
  }
}
