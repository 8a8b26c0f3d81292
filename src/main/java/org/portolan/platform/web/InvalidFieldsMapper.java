package org.portolan.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** Says which fields of what was sent are wrong. */
@Provider
public class InvalidFieldsMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    List<ProblemDocument.Error> errors =
        failure.getConstraintViolations().stream()
            .map(wrong -> new ProblemDocument.Error(field(wrong), wrong.getMessage()))
            .sorted(Comparator.comparing(ProblemDocument.Error::field))
            .toList();
    return new ProblemDocument(400, "invalid", "Some fields need another look", null, errors)
        .response();
  }

  /** The last step of the path: the ones before it are method and parameter names of ours. */
  private static String field(ConstraintViolation<?> wrong) {
    String name = "";
    for (Path.Node node : wrong.getPropertyPath()) {
      name = node.getName() == null ? name : node.getName();
    }
    return name;
  }
}
