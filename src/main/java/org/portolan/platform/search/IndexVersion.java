package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What an index was made with. Another version means other fields or another way to make words, so
 * the index is built anew; a changed stemmer or stop list shows by itself, because a probe text
 * comes out differently.
 */
final class IndexVersion {
  private static final String PROBE =
      "The customs officers' classifications, l'évaluation en douane des marchandises importées, "
          + "las declaraciones aduaneras simplificadas, as mercadorias apreendidas e os despachos, "
          + "таможенные декларации и проверки ввезённых товаров, القِيمَة الجُمْرُكِيَّة للبضائع والموظفين, "
          + "海关估价, IT HS 8471.30.00 952/2013";

  static final String CURRENT = compute();

  private IndexVersion() {}

  private static String compute() {
    List<String> seen = new ArrayList<>();
    try (Analysis analysis = Analysis.forIndexing()) {
      for (String language : IndexFields.STEMMED) {
        seen.addAll(analysis.terms(IndexFields.words(language), PROBE));
      }
      seen.addAll(analysis.terms(IndexFields.ANY, PROBE));
    }
    return IndexFields.LAYOUT + "-" + Integer.toHexString(seen.hashCode());
  }
}
