package org.portolan.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.portolan.approval.Chain;

/** States, chains and slots are stored as the small words that addresses and feeds use too. */
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
  public static class When implements AttributeConverter<Timing, String> {
    @Override
    public String convertToDatabaseColumn(Timing timing) {
      return timing == null ? null : timing.code();
    }

    @Override
    public Timing convertToEntityAttribute(String stored) {
      return stored == null ? null : Timing.of(stored).orElseThrow();
    }
  }

  @Converter
  public static class Held implements AttributeConverter<Slots, String> {
    @Override
    public String convertToDatabaseColumn(Slots slots) {
      return slots == null ? null : slots.text();
    }

    @Override
    public Slots convertToEntityAttribute(String stored) {
      return stored == null ? null : Slots.read(stored).orElseThrow();
    }
  }

  @Converter
  public static class Asked implements AttributeConverter<Chain, String> {
    @Override
    public String convertToDatabaseColumn(Chain chain) {
      return chain == null ? null : chain.text();
    }

    @Override
    public Chain convertToEntityAttribute(String stored) {
      return stored == null ? null : Chain.read(stored).orElseThrow();
    }
  }
}
