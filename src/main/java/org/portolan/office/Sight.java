package org.portolan.office;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.security.Scope;

/** The bodies whose mandates somebody may see at their desk. */
final class Sight {
  private final boolean everything;
  private final Map<Scope.Kind, Set<String>> codes = new EnumMap<>(Scope.Kind.class);

  Sight(boolean everything) {
    this.everything = everything;
  }

  void add(Scope scope) {
    codes.computeIfAbsent(scope.kind(), any -> new TreeSet<>()).add(scope.code());
  }

  boolean everything() {
    return everything;
  }

  boolean nothing() {
    return !everything && codes.isEmpty();
  }

  Set<Scope.Kind> kinds() {
    return codes.keySet();
  }

  Set<String> codes(Scope.Kind kind) {
    return codes.getOrDefault(kind, Set.of());
  }

  boolean covers(Scope scope) {
    return everything || codes(scope.kind()).contains(scope.code());
  }
}
