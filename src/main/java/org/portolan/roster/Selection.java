package org.portolan.roster;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.seat.ApplicationState;

/**
 * Some of the participants of a session.
 *
 * @param ticked numbers of applications; where nobody is ticked, all in the state are meant
 * @param state one of the states, or null for those who have a seat
 */
public record Selection(Set<Long> ticked, ApplicationState state) {
  public Selection {
    // sorted: it is told from another by its text, on whatever node
    ticked = Collections.unmodifiableSortedSet(new TreeSet<>(ticked));
  }

  List<ApplicationSummary> of(Participants participants) {
    ApplicationState wanted = state == null ? ApplicationState.APPROVED : state;
    return participants.all().stream()
        .filter(each -> ticked.isEmpty() ? each.state() == wanted : ticked.contains(each.id()))
        .toList();
  }
}
