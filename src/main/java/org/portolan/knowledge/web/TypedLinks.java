package org.portolan.knowledge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portolan.knowledge.LinkKind;
import org.portolan.knowledge.PracticeLink;

/**
 * The links of a form: rows with numbers, without those that are to be taken away or were left
 * empty; and, last, what was chosen of what had been found.
 */
final class TypedLinks {
  /** What is sent beyond is no form of ours. */
  private static final int MOST = 40;

  private TypedLinks() {}

  static List<PracticeLink> of(Map<String, String> typed) {
    List<PracticeLink> links = new ArrayList<>();
    for (int row = 0; row < MOST && typed.containsKey("link-kind-" + row); row++) {
      PracticeLink link = row(typed, row);
      if (link != null && !link.blank() && !typed.containsKey("link-gone-" + row)) {
        links.add(link);
      }
    }
    String[] added = String.valueOf(typed.get("link-add")).split(" ", 2);
    if (added.length == 2) {
      LinkKind.of(added[0])
          .filter(kind -> kind != LinkKind.INSTRUMENT)
          .map(kind -> PracticeLink.to(kind, added[1], ""))
          .filter(link -> links.stream().noneMatch(each -> same(each, link)))
          .ifPresent(links::add);
    }
    return links;
  }

  /** Whether a button was pressed that changes them and no more. */
  static boolean changing(Map<String, String> typed) {
    return typed.containsKey("link-add")
        || typed.keySet().stream().anyMatch(name -> name.startsWith("link-gone-"));
  }

  private static boolean same(PracticeLink one, PracticeLink other) {
    return one.kind() == other.kind() && one.target().equals(other.target());
  }

  private static PracticeLink row(Map<String, String> typed, int row) {
    LinkKind kind = LinkKind.of(typed.get("link-kind-" + row)).orElse(null);
    if (kind == null) {
      return null;
    }
    return kind == LinkKind.INSTRUMENT
        ? PracticeLink.toInstrument(
            typed.get("link-name-" + row),
            typed.get("link-reference-" + row),
            typed.get("link-address-" + row))
        : PracticeLink.to(kind, typed.get("link-target-" + row), typed.get("link-relation-" + row));
  }
}
