package org.portolan.platform.mail;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The rounds of a postman: after every commit that posted something, else some times a minute, and
 * less often while the mail server cannot be reached.
 */
final class DeliveryRound implements Runnable {
  private static final Logger LOG = Logger.getLogger(DeliveryRound.class.getName());
  static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final Postman postman;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private String trouble = "";

  DeliveryRound(Postman postman) {
    this.postman = postman;
  }

  void wake() {
    wake.release();
  }

  @Override
  public void run() {
    try {
      Duration wait = IDLE;
      while (!stopping) {
        wait = turn(wait);
        pause(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** News cut the usual pause short; a server that is away is not asked more often for them. */
  private void pause(Duration wait) throws InterruptedException {
    if (trouble.isEmpty() || stopping) {
      wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
    wake.drainPermits();
  }

  private Duration turn(Duration before) {
    try {
      postman.runOnce();
      if (!trouble.isEmpty()) {
        LOG.info("Letters are being sent again");
      }
      trouble = "";
      return IDLE;
    } catch (MessagingException | SQLException | RuntimeException e) {
      Level level = e.toString().equals(trouble) ? Level.FINE : Level.WARNING;
      trouble = e.toString();
      if (e instanceof MessagingException) {
        LOG.log(level, "Letters wait in the outbox: {0}", e.getMessage());
      } else {
        LOG.log(level, "Letters wait in the outbox", e);
      }
      Duration longer = before.multipliedBy(2);
      return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
  }

  void stop() {
    stopping = true;
    wake();
    try {
      if (!ended.await(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warning("A letter is still being sent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
