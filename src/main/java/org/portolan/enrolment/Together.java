package org.portolan.enrolment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.enrolment.HandingIn.NobodyTaken;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;

/**
 * Lets those who apply at the same moment on this node be decided together: while one transaction
 * is at work, whoever comes waits, and the first of them then decides for all in the next one.
 * Nobody is answered before what they are told is committed.
 *
 * <p>All sessions share one lane, which waits for nothing that others hold. Wishes for a session
 * that somebody holds go on in a lane of its own, which waits for that session. What cannot be
 * decided together is decided by its own request alone, as if nobody else were there: also one
 * whose account somebody holds, who keeps nobody else waiting.
 */
@ApplicationScoped
class Together {
  private static final Logger LOG = Logger.getLogger(Together.class.getName());
  private static final int MOST = 16;

  /** The number of the lane that all sessions share. */
  private static final long SHARED = 0;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private HandingIn handingIn;
  @Inject private Idempotency idempotency;

  /** Who waits, by lane; a lane is there as long as somebody leads it. */
  private final Map<Long, Deque<Turn>> lanes = new HashMap<>();

  /** Decides a wish; in the transaction of the caller, where there is one. */
  ApplicationReceipt decide(Wish wish) {
    Turn turn = new Turn(wish, null, null);
    return passed(turn) ? turn.receipt() : handingIn.alone(wish);
  }

  /** Answers a request once; in its own transaction. */
  Answer answer(Wish wish, Sent request, Function<ApplicationReceipt, Answer> answering) {
    Turn turn = new Turn(wish, request, answering);
    return passed(turn)
        ? turn.answer()
        : idempotency.run(request, () -> answering.apply(handingIn.alone(wish)));
  }

  /** Whether it was decided together with others. */
  private boolean passed(Turn turn) {
    if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      return false;
    }
    pass(held(turn) ? turn.wish().session() : SHARED, turn);
    if (turn.isHeld()) {
      turn.again();
      pass(turn.wish().session(), turn);
    }
    return turn.decided();
  }

  private void pass(long lane, Turn turn) {
    if (opens(lane, turn) || turn.leads()) {
      lead(lane, turn);
    }
  }

  /** Whether others wait for the same session already. */
  private synchronized boolean held(Turn turn) {
    return lanes.containsKey(turn.wish().session());
  }

  /** Joins a lane; who is the first in it leads. */
  private synchronized boolean opens(long lane, Turn turn) {
    Deque<Turn> waiting = lanes.get(lane);
    if (waiting != null) {
      waiting.add(turn);
      return false;
    }
    lanes.put(lane, new ArrayDeque<>(List.of(turn)));
    return true;
  }

  /**
   * The first who waits and those who come after, but one of a person; so many that statements for
   * them come in few lengths, as each connection keeps each of them prepared, with some hundred
   * bytes for each of their parameters.
   */
  private synchronized List<Turn> next(long lane) {
    List<Turn> turns = new ArrayList<>();
    Set<Long> people = new HashSet<>();
    for (Turn each : lanes.get(lane)) {
      if (turns.size() < MOST && people.add(each.person())) {
        turns.add(each);
      }
    }
    List<Turn> next = turns.subList(0, Integer.highestOneBit(turns.size()));
    Set<Turn> taken = new HashSet<>(next);
    lanes.get(lane).removeIf(taken::contains);
    return next;
  }

  private void lead(long lane, Turn leader) {
    List<Turn> turns = List.of();
    boolean done = false;
    try {
      turns = next(lane);
      handingIn.together(turns, lane == SHARED);
      done = true;
    } catch (NobodyTaken e) {
      done = true;
    } catch (RuntimeException e) {
      // each of them learns what is wrong when it is decided alone
      LOG.log(Level.FINE, "could not be decided together", e);
    } finally {
      if (!done) {
        turns.forEach(Turn::forget);
      }
      handOver(lane, leader);
      turns.forEach(turn -> turn.call(false));
    }
  }

  private synchronized void handOver(long lane, Turn leader) {
    Deque<Turn> waiting = lanes.get(lane);
    // whatever went wrong, who leaves leads nobody any more
    waiting.remove(leader);
    if (waiting.isEmpty()) {
      lanes.remove(lane);
    } else {
      waiting.peek().call(true);
    }
  }
}
