package org.portolan.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionState;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;

/** What a filter chooses, in words. */
@ApplicationScoped
class FilterWords {
  @Inject private Directory directory;
  @Inject private Themes themes;

  /** The names of all that it chooses; empty where it chooses nothing, or what does not exist. */
  Optional<String> of(SessionFilter filter, Language reader) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> chosen : filter.chosen().entrySet()) {
      Optional<String> name = name(chosen.getKey(), chosen.getValue(), reader);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", names));
  }

  /** The name of a value of a dimension, where there is such a value. */
  Optional<String> name(String dimension, String value, Language reader) {
    return switch (dimension) {
      case "language" ->
          Language.of(value).map(known -> Texts.text(reader, "platform.language." + known.code()));
      case "audience" ->
          Audience.of(value).map(known -> Texts.text(reader, "catalog.audience." + known.code()));
      case "state" ->
          SessionState.of(value)
              .filter(SessionState::seen)
              .map(known -> Texts.text(reader, "calendar.state." + known.code()));
      case "open" -> Optional.of(Texts.text(reader, "calendar.open"));
      default -> named(dimension, value).map(found -> found.in(reader));
    };
  }

  private Optional<LocalName> named(String dimension, String value) {
    return switch (dimension) {
      case "region" -> directory.findRegion(value).map(found -> found.name());
      case "centre" -> directory.findCentre(value).map(found -> found.name());
      case "theme" -> themes.find(value).map(found -> found.name());
      case "donor" ->
          directory
              .findBody(value)
              .filter(body -> body.kind() == BodyKind.DONOR)
              .map(found -> found.name());
      default -> Optional.empty();
    };
  }
}
