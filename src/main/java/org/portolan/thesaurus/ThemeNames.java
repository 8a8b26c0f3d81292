package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.storage.ContentLibrary;

/** What the themes are called, by code, in the order in which people list them. */
@Named("themeNames")
@ApplicationScoped
public class ThemeNames {
  @Inject private ContentLibrary content;

  private volatile Map<String, LocalName> names;

  /** The name of a theme; a code that is none is given back as it came. */
  public String in(Language language, String code) {
    LocalName name = code == null ? null : all().get(code);
    return name == null ? code : name.in(language);
  }

  public boolean knows(String code) {
    return code != null && all().containsKey(code);
  }

  public Set<String> codes() {
    return all().keySet();
  }

  // they come with the release: nothing changes them while it runs
  private Map<String, LocalName> all() {
    Map<String, LocalName> known = names;
    if (known == null) {
      Map<String, LocalName> read = new LinkedHashMap<>();
      content
          .rows("reference/themes.csv")
          .forEach(
              row ->
                  read.put(
                      row.getField("code"),
                      new LocalName(
                          row.getField("name_en"),
                          row.getField("name_fr"),
                          row.getField("name_es"),
                          row.getField("name_ar"),
                          row.getField("name_ru"),
                          row.getField("name_pt"))));
      known = read;
      names = read;
    }
    return known;
  }
}
