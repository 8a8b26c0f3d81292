package org.portolan.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.SessionFilter;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.i18n.Texts;
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

  private Optional<String> name(String dimension, String value, Language reader) {
    if (dimension.equals("language")) {
      return Language.of(value)
          .map(known -> Texts.text(reader, "platform.language." + known.code()));
    }
    Optional<LocalName> name =
        switch (dimension) {
          case "region" -> directory.findRegion(value).map(found -> found.name());
          case "centre" -> directory.findCentre(value).map(found -> found.name());
          case "theme" -> themes.find(value).map(found -> found.name());
          default -> Optional.empty();
        };
    return name.map(found -> found.in(reader));
  }
}
