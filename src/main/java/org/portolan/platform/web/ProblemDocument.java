package org.portolan.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A problem as it goes over the wire (RFC 9457). */
record ProblemDocument(int status, String type, String title, String detail, List<Error> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  ProblemDocument(int status, String type, String title, String detail) {
    this(status, type, title, detail, List.of());
  }

  String json() {
    JsonObjectBuilder document =
        Json.createObjectBuilder().add("type", type).add("title", title).add("status", status);
    if (detail != null) {
      document.add("detail", detail);
    }
    if (!errors.isEmpty()) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      errors.forEach(
          error ->
              list.add(
                  Json.createObjectBuilder()
                      .add("field", error.field())
                      .add("message", error.message())));
      document.add("errors", list);
    }
    return document.build().toString();
  }

  Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(MEDIA_TYPE).entity(json());
    return status == 401 ? answer.header("WWW-Authenticate", "Bearer").build() : answer.build();
  }

  /** What is wrong with one field of what was sent. */
  record Error(String field, String message) {}
}
