package org.portolan.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a practice is connected to something else. */
public enum LinkRelation {
  RELATED(LinkKind.PRACTICE, LinkKind.COURSE, LinkKind.SESSION),
  TRANSLATES(LinkKind.PRACTICE),
  BUILDS_ON(LinkKind.PRACTICE),
  REPLACES(LinkKind.PRACTICE),
  CONTRASTS(LinkKind.PRACTICE),
  TAUGHT(LinkKind.COURSE, LinkKind.SESSION),
  APPLIES(LinkKind.INSTRUMENT);

  private final Set<LinkKind> kinds;

  LinkRelation(LinkKind... kinds) {
    this.kinds = Set.of(kinds);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those that something of this kind can have to a practice. */
  public static List<LinkRelation> to(LinkKind kind) {
    return Arrays.stream(values()).filter(each -> each.kinds.contains(kind)).toList();
  }

  /** What was chosen; the first that fits where it does not. */
  static LinkRelation of(String code, LinkKind kind) {
    List<LinkRelation> fitting = to(kind);
    return fitting.stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElse(fitting.get(0));
  }
}
