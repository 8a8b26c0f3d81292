package org.portolan.enrolment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.portolan.seat.ApplicationState;

/** States as the table spells them. */
@Converter
class ApplicationStateConverter implements AttributeConverter<ApplicationState, String> {

  @Override
  public String convertToDatabaseColumn(ApplicationState state) {
    return state == null ? null : state.code();
  }

  @Override
  public ApplicationState convertToEntityAttribute(String code) {
    return code == null ? null : ApplicationState.of(code);
  }
}
