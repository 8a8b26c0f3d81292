package org.portolan.completion;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of it for one who had a seat. */
public enum CompletionResult {
  COMPLETED,
  NOT_COMPLETED,
  ABSENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CompletionResult> of(String code) {
    return Arrays.stream(values()).filter(result -> result.code().equals(code)).findFirst();
  }

  /** As the database keeps it. */
  @Converter
  static class Column implements AttributeConverter<CompletionResult, String> {
    @Override
    public String convertToDatabaseColumn(CompletionResult result) {
      return result.code();
    }

    @Override
    public CompletionResult convertToEntityAttribute(String code) {
      return of(code).orElseThrow();
    }
  }
}
