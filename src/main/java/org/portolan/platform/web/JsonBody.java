package org.portolan.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a program sent as JSON, read no further and no deeper than anybody needs. */
public final class JsonBody {
  private static final JsonReaderFactory READING = Json.createReaderFactory(Map.of());
  private static final int DEEPEST = 50;

  private JsonBody() {}

  /**
   * The text of it.
   *
   * @param largest how many bytes it may have
   */
  public static String text(InputStream sent, int largest) throws IOException {
    byte[] body =
        SentBody.read(sent, largest)
            .orElseThrow(
                () ->
                    new Problem(
                        413,
                        "too-large",
                        "What was sent is too large",
                        "At most " + largest + " bytes."));
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * @throws JsonException where it is no object, or one within another too often
   */
  public static JsonObject object(String text) {
    // readers go as deep as what they read, with the stack of the thread
    if (depth(text) > DEEPEST) {
      throw new JsonException("deeper than " + DEEPEST);
    }
    try (JsonReader reader = READING.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else {
          quoted = c != '"';
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }
}
