package org.portolan.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** States and approvals are stored as the small words that addresses and feeds use too. */
final class EnumColumns {
  private EnumColumns() {}

  @Converter
  public static class State implements AttributeConverter<SessionState, String> {
    @Override
    public String convertToDatabaseColumn(SessionState state) {
      return state == null ? null : state.code();
    }

    @Override
    public SessionState convertToEntityAttribute(String stored) {
      return stored == null ? null : SessionState.valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }

  @Converter
  public static class Decision implements AttributeConverter<Approval, String> {
    @Override
    public String convertToDatabaseColumn(Approval approval) {
      return approval == null ? null : approval.code();
    }

    @Override
    public Approval convertToEntityAttribute(String stored) {
      return stored == null ? null : Approval.valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
