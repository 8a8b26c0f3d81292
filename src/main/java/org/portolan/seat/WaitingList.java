package org.portolan.seat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the book of a session asks about its candidates, of whoever keeps them. */
public interface WaitingList {
  /** The first on the waiting list whose groups fit, by place. */
  Optional<Candidate> first(Predicate<Groups> fits);

  /** Those whose offered seat was not taken by a moment, by the end of their offers and number. */
  List<Candidate> overdue(Instant moment);

  /** When the next of the offers ends, where there is one. */
  Optional<Instant> nextEnd();

  /** The place next before this one, or 0 where it is the first. */
  long placeBefore(long place);
}
