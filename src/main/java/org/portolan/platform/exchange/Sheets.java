package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sheets of all features. */
@ApplicationScoped
class Sheets {
  @Inject @Any private Instance<Sheet> all;

  /** By their kinds. */
  List<Sheet> list() {
    return all.stream().sorted(Comparator.comparing(Sheet::kind)).toList();
  }

  Optional<Sheet> find(String kind) {
    return all.stream().filter(sheet -> sheet.kind().equals(kind)).findFirst();
  }

  Sheet get(String kind) {
    return find(kind).orElseThrow(() -> new IllegalStateException("no sheet " + kind));
  }
}
