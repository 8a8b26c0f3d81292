package org.portolan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.portolan.catalog.CompletedCourses;

/** Tells the catalogue which courses somebody has behind them. */
@ApplicationScoped
class KeptCompletions implements CompletedCourses {
  @Inject private Completions completions;

  @Override
  public Set<String> of(long person) {
    return completions.completed(Set.of(person)).getOrDefault(person, Map.of()).keySet();
  }
}
