package org.portolan.platform.mail;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.config.MailServer;

/**
 * Takes letters from the outbox to the mail server. A letter is claimed before it is handed over
 * and marked right after; only a node that dies in between makes it go twice, under the same
 * Message-ID.
 */
final class Postman {
  private static final Logger LOG = Logger.getLogger(Postman.class.getName());
  private static final int BATCH = 10;

  /** Longer than a batch takes at its slowest, or another node would send it too. */
  static final Duration CLAIM = Duration.ofMinutes(15);

  /** No letter is begun so shortly before its claim ends. */
  private static final Duration MARGIN = Duration.ofMinutes(3);

  private static final List<Duration> MARKING_PAUSES =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(20));

  private final Letters letters;
  private final MailServer server;
  private final String sender;
  private final Clock clock;

  Postman(Letters letters, MailServer server, String sender, Clock clock) {
    this.letters = letters;
    this.server = server;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Hands over what is due now.
   *
   * @return how many letters the server took
   * @throws MessagingException when the server cannot be reached: everything waits where it was
   */
  int runOnce() throws SQLException, MessagingException {
    int taken = 0;
    List<ClaimedLetter> claimed;
    do {
      claimed = letters.claim(BATCH, clock.instant(), CLAIM);
      if (!claimed.isEmpty()) {
        taken += deliver(claimed);
      }
    } while (claimed.size() == BATCH);
    return taken;
  }

  private int deliver(List<ClaimedLetter> claimed) throws SQLException, MessagingException {
    int taken = 0;
    int next = 0;
    String unreached = "";
    try (SmtpLine line = SmtpLine.open(server, sender)) {
      for (; next < claimed.size(); next++) {
        ClaimedLetter letter = claimed.get(next);
        if (clock.instant().isAfter(letter.claimedUntil().minus(MARGIN))) {
          break;
        }
        SmtpLine.Answer answer = line.hand(letter);
        mark(letter, answer);
        if (answer.outcome() == SmtpLine.Answer.Outcome.TAKEN) {
          taken++;
        }
        if (answer.outcome() == SmtpLine.Answer.Outcome.LINE_BROKEN) {
          next++;
          throw new MessagingException(answer.said());
        }
      }
    } catch (MessagingException e) {
      unreached = SmtpLine.said(e);
      throw e;
    } finally {
      for (ClaimedLetter letter : claimed.subList(next, claimed.size())) {
        letters.giveBack(letter, unreached);
      }
    }
    return taken;
  }

  /** What was handed over must not be forgotten because the database is away for a moment. */
  private void mark(ClaimedLetter letter, SmtpLine.Answer answer) throws SQLException {
    for (Duration pause : MARKING_PAUSES) {
      try {
        markOnce(letter, answer);
        return;
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "A letter could not be marked, which is tried again", e);
        try {
          Thread.sleep(pause.toMillis());
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
    markOnce(letter, answer);
  }

  private void markOnce(ClaimedLetter letter, SmtpLine.Answer answer) throws SQLException {
    Instant now = clock.instant();
    switch (answer.outcome()) {
      case TAKEN -> letters.sent(letter, now);
      case REFUSED -> letters.bounced(letter, answer.said());
      // it may have been on its way when the line broke, so it counts as tried
      case PUT_OFF, LINE_BROKEN -> {
        Optional<Duration> pause = RetryPlan.after(letter.attempts());
        if (pause.isPresent()) {
          letters.later(letter, answer.said(), now.plus(pause.get()));
        } else {
          letters.failed(letter, answer.said());
        }
      }
    }
  }
}
