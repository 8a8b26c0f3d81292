package org.portolan.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * A page of a list as every resource answers it.
 *
 * @param next cursor of the following page, null on the last
 * @param unknown filter values that mean nothing, by parameter; named only where there are any
 */
public record ListAnswer(
    JsonArrayBuilder items, long total, String next, Map<String, String> unknown) {
  // a factory of one's own: Json's static methods look their provider up at every call
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  public JsonObject json() {
    JsonObjectBuilder answer = JSON.createObjectBuilder().add("items", items).add("total", total);
    if (next == null) {
      answer.addNull("next");
    } else {
      answer.add("next", next);
    }
    if (!unknown.isEmpty()) {
      JsonObjectBuilder named = JSON.createObjectBuilder();
      unknown.forEach(named::add);
      answer.add("unknown", named);
    }
    return answer.build();
  }
}
