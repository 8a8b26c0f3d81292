package org.portolan.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was one thing and is another.
 *
 * @param before as it was, or as somebody agreed to it; never null
 * @param after as it is since
 */
public record Difference(Change what, String before, String after) {
  public Difference {
    before = before == null ? "" : before;
    after = after == null ? "" : after;
  }

  public boolean any() {
    return !before.equals(after);
  }

  /**
   * What several changes, in their order, come to: one difference for each thing, from what it was
   * first to what it is last, and none where it is again what it was.
   */
  public static List<Difference> between(Collection<Difference> changes) {
    Map<Change, Difference> all = new EnumMap<>(Change.class);
    for (Difference each : changes) {
      all.merge(
          each.what, each, (first, last) -> new Difference(first.what, first.before, last.after));
    }
    return all.values().stream().filter(Difference::any).toList();
  }

  /** Whether a thing is among those that are another. */
  public static boolean any(Change what, Collection<Difference> all) {
    return all.stream().anyMatch(each -> each.what == what);
  }

  /** All but those of a thing. */
  public static List<Difference> without(Change what, Collection<Difference> all) {
    return all.stream().filter(each -> each.what != what).toList();
  }

  /** Those of them that concern an approver. */
  public static List<Difference> concerning(Approver approver, Collection<Difference> all) {
    List<Difference> own = new ArrayList<>();
    for (Difference each : all) {
      if (each.what.concerns(approver)) {
        own.add(each);
      }
    }
    return List.copyOf(own);
  }
}
