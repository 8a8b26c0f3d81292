package org.portolan.platform.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.NamedLock;

/**
 * One turn of the worker: seal what waits, then bring the file up to the head that the database
 * has. One node at a time does so. A file that contradicts the database is left as it is, as
 * evidence; the trail goes on.
 */
final class Sealing {
  private static final Logger LOG = Logger.getLogger(Sealing.class.getName());
  private static final String LOCK = "audit";

  /** Sealing takes moments; what waits for longer waits for a reason. */
  static final Duration LATE = Duration.ofMinutes(5);

  private final DataSource database;
  private final Chain chain;
  private final HeadFile file;
  private final Clock clock;
  private final Runnable begun;
  private long inFile = -1;
  private String said = "";
  private volatile String contradiction;
  private volatile String late;

  /**
   * @param begun told when a file is made for a chain that is there already
   */
  Sealing(DataSource database, Chain chain, HeadFile file, Clock clock, Runnable begun) {
    this.database = database;
    this.chain = chain;
    this.file = file;
    this.clock = clock;
    this.begun = begun;
  }

  /** Does what there is to do; says how many entries were sealed. */
  long turn() throws SQLException, IOException {
    Chain.State state = chain.state();
    long sealed = 0;
    if (state.waiting().isPresent() || state.head().number() != inFile) {
      Optional<NamedLock> alone = NamedLock.take(database, LOCK, Duration.ZERO);
      // whoever holds it does the same; the next turn looks again
      if (alone.isPresent()) {
        try (NamedLock held = alone.get()) {
          sealed = turn(state);
        }
      }
    }
    late = late(state);
    return sealed;
  }

  private long turn(Chain.State state) throws SQLException, IOException {
    contradiction = null;
    if (state.waiting().isEmpty()) {
      bringUp(state.head(), state.head());
      return 0;
    }
    Chain.Turn turn = chain.seal();
    if (turn.foreign() > 0) {
      complain(turn.foreign() + " waiting entries were not written by the application");
    }
    bringUp(turn.before(), turn.head());
    return turn.sealed();
  }

  private void bringUp(Head before, Head head) throws SQLException, IOException {
    Optional<HeadFile.Found> found = file.read();
    if (found.isEmpty()) {
      if (before.number() > 0) {
        begun.run();
      }
    } else if (!agrees(found.get(), head)) {
      return;
    }
    if (found.isEmpty() || !found.get().head().orElseThrow().same(head)) {
      file.write(head);
    }
    inFile = head.number();
  }

  /** Whether the chain still holds what the file says; a file that lags behind agrees. */
  private boolean agrees(HeadFile.Found found, Head head) throws SQLException {
    if (found.head().isEmpty()) {
      complain("the file with the head was changed: " + file.path());
      return false;
    }
    Head known = found.head().get();
    if (known.number() > head.number()) {
      complain(
          "the chain ends at number "
              + head.number()
              + ", but the file with the head knows number "
              + known.number());
      return false;
    }
    if (chain.link(known.number()).filter(known::same).isEmpty()) {
      complain("number " + known.number() + " is not the one that the file with the head knows");
      return false;
    }
    return true;
  }

  private void complain(String what) {
    contradiction = what;
    if (!what.equals(said)) {
      said = what;
      LOG.log(
          Level.SEVERE, "The audit trail does not hold: {0}. Run portolan.jar audit verify.", what);
    }
  }

  private String late(Chain.State state) {
    LocalDateTime limit = LocalDateTime.ofInstant(clock.instant().minus(LATE), ZoneOffset.UTC);
    return state
        .waiting()
        .filter(since -> since.isBefore(limit))
        .map(since -> "an entry of the audit trail waits to be sealed since " + since + " UTC")
        .orElse(null);
  }

  /** What whoever runs this should look at; empty when all is well. */
  Optional<String> warning() {
    return Optional.ofNullable(contradiction)
        .map(what -> "the audit trail does not hold: " + what)
        .or(() -> Optional.ofNullable(late));
  }
}
