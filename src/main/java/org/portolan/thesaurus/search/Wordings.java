package org.portolan.thesaurus.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portolan.platform.search.Wording;

/** Puts wordings from several places together, each once, with the most that it weighs. */
final class Wordings {
  private Wordings() {}

  /**
   * @param share how much of its weight each of the one keeps
   */
  static List<Wording> both(List<Wording> one, float share, List<Wording> other) {
    Map<String, Wording> all = new LinkedHashMap<>();
    one.forEach(
        wording ->
            keep(
                new Wording(
                    wording.text(),
                    wording.language(),
                    wording.concept(),
                    wording.relation(),
                    share * wording.weight()),
                all));
    other.forEach(wording -> keep(wording, all));
    return List.copyOf(all.values());
  }

  static void keep(Wording wording, Map<String, Wording> all) {
    all.merge(
        wording.language() + ' ' + wording.text().toLowerCase(Locale.ROOT),
        wording,
        (known, another) -> known.weight() >= another.weight() ? known : another);
  }
}
