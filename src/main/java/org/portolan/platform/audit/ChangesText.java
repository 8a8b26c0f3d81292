package org.portolan.platform.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/** Changes as JSON, always in the same form: field, before and after, in the order of the deed. */
final class ChangesText {
  // looked up once: asking for it costs more than all else about an entry
  private static final JsonProvider JSON = JsonProvider.provider();

  private ChangesText() {}

  static String write(List<Change> changes) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Change change : changes) {
      JsonObjectBuilder object = JSON.createObjectBuilder().add("field", change.field());
      add(object, "before", change.before());
      add(object, "after", change.after());
      array.add(object);
    }
    return array.build().toString();
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (value == null) {
      object.addNull(name);
    } else {
      object.add(name, value);
    }
  }

  static List<Change> read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream()
          .map(
              object ->
                  new Change(
                      object.getString("field"), value(object, "before"), value(object, "after")))
          .toList();
    }
  }

  private static String value(JsonObject object, String name) {
    return object.isNull(name) ? null : object.getString(name);
  }
}
