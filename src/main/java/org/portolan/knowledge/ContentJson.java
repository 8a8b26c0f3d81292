package org.portolan.knowledge;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Working copies and versions as they stand in the database: whole, in one value. */
final class ContentJson {
  private ContentJson() {}

  static String write(PracticeContent content) {
    JsonArrayBuilder texts = Json.createArrayBuilder();
    content.texts().forEach(text -> texts.add(text(text)));
    JsonObjectBuilder all =
        Json.createObjectBuilder()
            .add("region", content.region())
            .add("theme", content.theme())
            .add("kind", content.kind())
            .add("year", content.year())
            .add("licence", content.source().licence())
            .add("consentFrom", content.source().consentFrom())
            .add("consentOn", content.source().consentOn())
            .add("readers", content.source().readers())
            .add("links", links(content.links()))
            .add("texts", texts);
    if (content.member() != null) {
      all.add("member", content.member());
    }
    return all.build().toString();
  }

  private static JsonObjectBuilder text(PracticeWords text) {
    JsonObjectBuilder sections = Json.createObjectBuilder();
    text.body().sections().forEach((section, words) -> sections.add(section.code(), words));
    JsonObjectBuilder all =
        Json.createObjectBuilder()
            .add("language", text.language())
            .add("title", text.title())
            .add("summary", text.summary())
            .add("sections", sections)
            .add("more", text.body().more())
            .add("revision", text.revision());
    if (!text.original()) {
      all.add("basedOn", text.basedOn());
    }
    return all;
  }

  /** Of what readers see, of which the texts stand in columns. */
  static String writeLinks(List<PracticeLink> links) {
    return links(links).build().toString();
  }

  private static JsonArrayBuilder links(List<PracticeLink> links) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    links.forEach(
        link ->
            all.add(
                Json.createObjectBuilder()
                    .add("relation", link.relation().code())
                    .add("kind", link.kind().code())
                    .add("target", link.target())
                    .add("name", link.name())
                    .add("reference", link.reference())
                    .add("address", link.address())));
    return all;
  }

  static List<PracticeLink> readLinks(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return links(reader.readArray());
    }
  }

  private static List<PracticeLink> links(JsonArray links) {
    return links.getValuesAs(JsonObject.class).stream().map(ContentJson::link).toList();
  }

  private static PracticeLink link(JsonObject link) {
    LinkKind kind = LinkKind.of(link.getString("kind")).orElseThrow();
    return new PracticeLink(
        LinkRelation.of(link.getString("relation"), kind),
        kind,
        link.getString("target"),
        link.getString("name"),
        link.getString("reference"),
        link.getString("address"));
  }

  static PracticeContent read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject all = reader.readObject();
      return new PracticeContent(
          all.getString("region"),
          all.getString("member", null),
          all.getString("theme"),
          all.getString("kind", ""),
          all.getInt("year"),
          new Source(
              all.getString("licence", ""),
              all.getString("consentFrom", ""),
              all.getString("consentOn", ""),
              all.getString("readers", Readers.ALL.code())),
          all.containsKey("links") ? links(all.getJsonArray("links")) : List.of(),
          all.getJsonArray("texts").getValuesAs(JsonObject.class).stream()
              .map(ContentJson::words)
              .toList());
    }
  }

  private static PracticeWords words(JsonObject text) {
    Map<Section, String> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      sections.put(section, text.getJsonObject("sections").getString(section.code(), ""));
    }
    return new PracticeWords(
        text.getString("language"),
        text.getString("title"),
        text.getString("summary"),
        new PracticeBody(sections, text.getString("more")),
        text.getInt("revision"),
        text.containsKey("basedOn") ? Integer.valueOf(text.getInt("basedOn")) : null);
  }
}
