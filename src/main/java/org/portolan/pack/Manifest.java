package org.portolan.pack;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.portolan.collection.CollectionEdit;
import org.portolan.collection.CollectionText;
import org.portolan.pack.RefusedPack.Reason;

/**
 * What a pack says of itself.
 *
 * @param origin address of the installation that wrote it
 * @param date of the last change of anything in it
 * @param practices in the order of the collection
 */
public record Manifest(
    String origin, Instant date, PackedCollection collection, List<PackedPractice> practices) {
  public Manifest {
    practices = List.copyOf(practices);
  }

  String write() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    practices.forEach(practice -> all.add(practice(practice)));
    JsonObjectBuilder texts = Json.createObjectBuilder();
    new TreeMap<>(collection.texts())
        .forEach(
            (language, text) ->
                texts.add(
                    language,
                    Json.createObjectBuilder()
                        .add("title", text.title())
                        .add("words", text.words())));
    return Json.createObjectBuilder()
        .add("format", PackFormat.NAME)
        .add("version", PackFormat.VERSION)
        .add("origin", origin)
        .add("date", date.toString())
        .add(
            "collection",
            Json.createObjectBuilder()
                .add("id", collection.id())
                .add("region", collection.region())
                .add("texts", texts))
        .add("practices", all)
        .build()
        .toString();
  }

  private static JsonObjectBuilder practice(PackedPractice practice) {
    JsonArrayBuilder languages = Json.createArrayBuilder();
    practice.languages().forEach(languages::add);
    JsonArrayBuilder files = Json.createArrayBuilder();
    practice
        .files()
        .forEach(
            file ->
                files.add(
                    Json.createObjectBuilder()
                        .add("entry", file.entry())
                        .add("sha256", file.hash())
                        .add("size", file.size())
                        .add("type", file.mediaType())
                        .add("language", file.language())
                        .add("title", file.title())
                        .add("name", file.name())));
    return Json.createObjectBuilder()
        .add("id", practice.id())
        .add("entry", practice.entry())
        .add("sha256", practice.hash())
        .add("edition", practice.edition())
        .add("date", practice.date().toString())
        .add("title", practice.title())
        .add("languages", languages)
        .add("licence", practice.licence())
        .add("source", practice.source())
        .add("agreedOn", practice.agreedOn())
        .add("readers", practice.readers())
        .add("files", files);
  }

  static Manifest read(byte[] content) throws RefusedPack {
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(content, StandardCharsets.UTF_8)))) {
      JsonObject all = reader.readObject();
      if (!PackFormat.NAME.equals(all.getString("format", ""))) {
        throw new RefusedPack(Reason.FORMAT);
      }
      if (all.getInt("version") != PackFormat.VERSION) {
        throw new RefusedPack(Reason.VERSION, all.getInt("version"));
      }
      JsonObject collection = all.getJsonObject("collection");
      Manifest manifest =
          new Manifest(
              address(all.getString("origin")),
              Instant.parse(all.getString("date")),
              new PackedCollection(
                  collection.getString("id"),
                  collection.getString("region"),
                  texts(collection.getJsonObject("texts"))),
              all.getJsonArray("practices").getValuesAs(JsonObject.class).stream()
                  .map(Manifest::practice)
                  .toList());
      manifest.requireOnce();
      return manifest;
    } catch (RuntimeException e) {
      // whatever it stumbles over: the reader of JSON has no common type for it
      throw new RefusedPack(Reason.MANIFEST);
    }
  }

  private static String address(String origin) {
    if (!PackedPractice.ID.matcher(origin).matches()) {
      throw new IllegalArgumentException(origin);
    }
    return origin;
  }

  private static Map<String, CollectionText> texts(JsonObject texts) {
    Map<String, CollectionText> all = new LinkedHashMap<>();
    texts.forEach(
        (language, text) ->
            all.put(
                language,
                new CollectionText(
                    text.asJsonObject().getString("title"),
                    text.asJsonObject().getString("words"))));
    return all;
  }

  private static PackedPractice practice(JsonObject practice) {
    return new PackedPractice(
        practice.getString("id"),
        practice.getString("entry"),
        practice.getString("sha256"),
        practice.getInt("edition"),
        Instant.parse(practice.getString("date")),
        practice.getString("title"),
        practice.getJsonArray("languages").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList(),
        practice.getString("licence"),
        practice.getString("source"),
        practice.getString("agreedOn"),
        practice.getString("readers"),
        practice.getJsonArray("files").getValuesAs(JsonObject.class).stream()
            .map(
                file ->
                    new PackedFile(
                        file.getString("entry"),
                        file.getString("sha256"),
                        file.getJsonNumber("size").longValueExact(),
                        file.getString("type"),
                        file.getString("language"),
                        file.getString("title"),
                        file.getString("name")))
            .toList());
  }

  private void requireOnce() throws RefusedPack {
    if (practices.size() > CollectionEdit.MOST) {
      throw new RefusedPack(Reason.MANY, CollectionEdit.MOST);
    }
    Set<String> once = new HashSet<>();
    once.add(PackFormat.MANIFEST);
    for (PackedPractice practice : practices) {
      if (!once.add(practice.id()) || !once.add(practice.entry())) {
        throw new RefusedPack(Reason.TWICE, practice.id());
      }
      for (PackedFile file : practice.files()) {
        if (!once.add(file.entry())) {
          throw new RefusedPack(Reason.TWICE, file.entry());
        }
      }
    }
  }
}
