package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/**
 * Places in legal texts, which are kept whole: Art. 8 is not something with an article and an eight
 * in it. What the place is called differs by language and habit, so its other names count too.
 */
final class References {
  private static final List<List<String>> NAMES =
      List.of(
          List.of("art", "article", "artículo", "artigo", "статья", "статьи", "المادة"),
          List.of("annex", "annexe", "anexo", "приложение", "приложения", "الملحق"),
          List.of("chapter", "chapitre", "capítulo", "глава", "главы", "الفصل"),
          List.of("rule", "règle", "regla", "regra", "правило", "правила", "القاعدة"),
          List.of("section", "sección", "seção", "раздел", "раздела", "القسم"),
          List.of("standard", "norme", "norma", "стандарт", "المعيار"),
          List.of("rkc", "ckr"));
  private static final Map<String, List<String>> BY_NAME = byName();
  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\d{1,4}\\p{L}?|[IVX]{1,6})([.\\-/]\\d{1,4}){0,4}(\\(\\w{1,3}\\)){0,3}[.,;:]?");

  private References() {}

  private static Map<String, List<String>> byName() {
    Map<String, List<String>> byName = new HashMap<>();
    for (List<String> names : NAMES) {
      names.forEach(name -> byName.put(Analysis.fold(name), names));
    }
    return byName;
  }

  /** The parts, those that are the name and the number of a place made one. */
  static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      int last = joined.size() - 1;
      if (last >= 0 && isPlace(joined.get(last), part)) {
        Part name = joined.get(last);
        joined.set(
            last,
            new Part(
                Kind.REFERENCE,
                name.text() + " " + part.text(),
                false,
                "",
                Math.max(name.either(), part.either()),
                name.must() || part.must()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  private static boolean isPlace(Part name, Part number) {
    return name.kind() == Kind.WORD
        && number.kind() == Kind.WORD
        && name.words()
        && number.words()
        && (name.either() == 0 || name.either() != number.either())
        && BY_NAME.containsKey(bare(name.text()))
        && NUMBER.matcher(number.text()).matches();
  }

  /** Every way in which the place may be called, the typed one first. */
  static List<String> namesOf(String reference) {
    int space = reference.indexOf(' ');
    String number = reference.substring(space);
    List<String> all = new ArrayList<>();
    all.add(reference);
    for (String name : BY_NAME.getOrDefault(bare(reference.substring(0, space)), List.of())) {
      if (!Analysis.fold(name).equals(bare(reference.substring(0, space)))) {
        all.add(name + number);
      }
    }
    return all;
  }

  private static String bare(String name) {
    String folded = Analysis.fold(name);
    return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
  }
}
