package org.portolan.enrolment;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;

/**
 * A wish that waits until somebody decides it together with others, or until its own request is to
 * do that for all who wait.
 */
final class Turn {
  private final Wish wish;
  private final Sent request;
  private final Function<ApplicationReceipt, Answer> answering;
  private volatile CompletableFuture<Boolean> called = new CompletableFuture<>();
  private volatile ApplicationReceipt receipt;
  private volatile Answer answer;
  private volatile RuntimeException refusal;
  private volatile boolean held;

  /**
   * @param request whose answer is kept with its key, or null
   * @param answering what is answered to one who has applied; null without a request
   */
  Turn(Wish wish, Sent request, Function<ApplicationReceipt, Answer> answering) {
    this.wish = wish;
    this.request = request;
    this.answering = answering;
  }

  Wish wish() {
    return wish;
  }

  long person() {
    return wish.person().personId();
  }

  Sent request() {
    return request;
  }

  boolean keyed() {
    return request != null;
  }

  /** Waits; says whether this one is now to decide for all who wait. */
  boolean leads() {
    return called.join();
  }

  /** Is to decide for all who wait, or learns what came of it. */
  void call(boolean leads) {
    called.complete(leads);
  }

  /** Waits anew. */
  void again() {
    held = false;
    called = new CompletableFuture<>();
  }

  /** Another transaction holds what it is about. */
  void held() {
    held = true;
  }

  boolean isHeld() {
    return held;
  }

  void take(ApplicationReceipt made) {
    receipt = made;
    answer = keyed() ? answering.apply(made) : null;
  }

  void refuse(RuntimeException why) {
    refusal = why;
  }

  /** What was said of it does not count: it is to be decided by itself. */
  void forget() {
    receipt = null;
    answer = null;
    refusal = null;
    held = false;
  }

  boolean decided() {
    return receipt != null || refusal != null;
  }

  /** What came of it; throws why it was refused. */
  ApplicationReceipt receipt() {
    if (refusal != null) {
      throw refusal;
    }
    return receipt;
  }

  /** The same as it is kept with the request. */
  Answer answer() {
    receipt();
    return answer;
  }
}
