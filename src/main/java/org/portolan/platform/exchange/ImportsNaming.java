package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Takes a person out of what imports keep. An import that was not applied and names them is given
 * up as a whole, and its page says why: of a file, one row cannot be taken away. Of one that was
 * applied, their rows go; what an undo would bring back of them is gone with these.
 */
@ApplicationScoped
public class ImportsNaming {
  private static final String GIVEN_UP = "platform.exchange.job.erased";

  @Inject private ImportStore store;

  /** In the transaction of the erasure, after which nobody knows any more how they were called. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(NamedPerson person) {
    for (ImportJob job : store.lockAll()) {
      boolean titled = person.in(job.fileName());
      if (job.state() == ImportState.APPLIED || job.state() == ImportState.UNDOING) {
        // these rows say of which account they are: those of namesakes can still be undone
        store.removeRows(job.id(), store.lines(job.id(), person, person::accountIn));
      } else if (titled && job.kept() || waitsFor(job, person)) {
        store.removeFile(job.id());
        store.removeRows(job.id());
        store.giveUp(job.id(), new CellProblem(null, GIVEN_UP, List.of()));
      }
      if (titled) {
        store.rename(job.id(), "");
      }
      if (job.state() == ImportState.APPLIED
          && job.problems().stream().anyMatch(problem -> person.in(problem.arguments()))) {
        store.problems(job.id(), List.of());
      }
    }
  }

  private boolean waitsFor(ImportJob job, NamedPerson person) {
    return job.kept() && NamesInFile.names(store.content(job.id()), person)
        || !store.lines(job.id(), person, person::in).isEmpty();
  }
}
