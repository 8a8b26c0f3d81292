package org.portolan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** Courses that somebody completed, and results that they kept of others. */
@ApplicationScoped
class MovesCompletions implements MovesPerson {
  @Inject private CompletionRepository completions;

  @Override
  public Set<String> columns() {
    return Set.of("completion.person_id", "completion.marked_by");
  }

  @Override
  public void move(long stays, long goes) {
    completions.move(stays, goes);
  }
}
