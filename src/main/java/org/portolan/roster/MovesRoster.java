package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** What somebody wrote to participants stays theirs. */
@ApplicationScoped
class MovesRoster implements MovesPerson {
  @Inject private MessageRows messages;

  @Override
  public Set<String> columns() {
    return Set.of("session_message.sent_by");
  }

  @Override
  public void move(long stays, long goes) {
    messages.move(stays, goes);
  }
}
