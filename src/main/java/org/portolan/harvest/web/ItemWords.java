package org.portolan.harvest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.search.SearchDocument;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** What the parts of an item are called in records, and where its page is. */
@ApplicationScoped
class ItemWords {
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private Installation installation;

  String address(SearchDocument item) {
    return installation.baseUrl() + item.path();
  }

  /** A page of this platform with the whole of its address; anything else as it is. */
  String absolute(String relation) {
    return relation.startsWith("/") ? installation.baseUrl() + relation : relation;
  }

  /** Its texts, in the usual order of the languages. */
  List<Map.Entry<String, SearchDocument.Text>> texts(SearchDocument item) {
    List<Map.Entry<String, SearchDocument.Text>> texts = new ArrayList<>(item.texts().entrySet());
    texts.sort(Comparator.comparingInt(each -> order(each.getKey())));
    return texts;
  }

  private static int order(String language) {
    return Language.of(language).map(Language::ordinal).orElse(Language.values().length);
  }

  List<String> themes(SearchDocument item) {
    return sorted(item, SearchDocument.THEME);
  }

  List<String> regions(SearchDocument item) {
    return sorted(item, SearchDocument.REGION);
  }

  private static List<String> sorted(SearchDocument item, String dimension) {
    return item.facets().getOrDefault(dimension, Set.of()).stream().sorted().toList();
  }

  String theme(String code, Language language) {
    return themes.in(language, code);
  }

  String region(String code, Language language) {
    return directory.findRegion(code).map(region -> region.name().in(language)).orElse(code);
  }

  /** The name of a set; there is one for all languages. */
  String set(String spec) {
    String[] parts = spec.split(":", 2);
    return switch (parts[0]) {
      case SearchDocument.REGION ->
          Texts.format(Language.EN, "harvest.set.region", region(parts[1], Language.EN));
      case SearchDocument.THEME ->
          Texts.format(Language.EN, "harvest.set.theme", theme(parts[1], Language.EN));
      default -> Texts.text(Language.EN, "harvest.set." + spec);
    };
  }
}
