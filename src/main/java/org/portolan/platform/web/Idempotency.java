package org.portolan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.security.Token;

/**
 * Makes a write that is sent again safe. The answer is stored in the transaction of the write
 * itself, so that both are there or neither is.
 */
@ApplicationScoped
public class Idempotency {
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int LONGEST_KEY = 120;
  private static final int LONGEST_FORM = 40;
  private static final int TRIES = 3;

  @Inject private IdempotencyKeys keys;
  @Inject private Clock clock;

  /**
   * Does the work once per key, in a transaction of its own. The same body again gets the stored
   * answer, another body a problem with status 422. Work that throws is not remembered.
   *
   * @param work done again from the start where the database gave its transaction up in favour of
   *     another
   */
  public <E extends Exception> Answer run(
      long personId, String route, String key, String bodyHash, Work<Answer, E> work) throws E {
    return run(new Sent(personId, route, key, bodyHash), work);
  }

  /** The same for a request that was named before. */
  public <E extends Exception> Answer run(Sent sent, Work<Answer, E> work) throws E {
    LocalDateTime now = now();
    for (int tried = 1; ; tried++) {
      try {
        return keys.once(sent, now, now.minus(LIFE), work);
      } catch (RuntimeException e) {
        // those who waited for a key whose work then failed all get a share of it, and all but one
        // are turned away
        Contention contention = Contention.of(e);
        if (contention == Contention.NONE) {
          throw e;
        }
        if (contention == Contention.TOO_LONG || tried == TRIES) {
          throw new Problem(
              409,
              "in-progress",
              "The same request is being answered",
              "Send it again in a moment, with the same key.");
        }
      }
    }
  }

  /**
   * Does what a form asks for once, however often the same form is sent with the same content: a
   * double click, a reload. Sent with other content, it asks for something else.
   *
   * @param form what the form was named when it was shown; without a name the work is just done
   */
  public <E extends Exception> String once(
      long personId, String route, String form, Object content, Work<String, E> work) throws E {
    if (form == null || form.isBlank() || form.length() > LONGEST_FORM) {
      return work.run();
    }
    String hash = Token.sha256(content.toString());
    return run(personId, route, form + "." + hash, hash, () -> new Answer(201, work.run())).body();
  }

  /**
   * Those of these requests whose keys were sent before, whatever came of them: each of them is for
   * {@link #run}.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<Sent> known(Collection<Sent> requests) {
    return requests.isEmpty() ? Set.of() : keys.known(requests);
  }

  /**
   * Keeps the answers to requests that were answered together, in the transaction of what they ask
   * for; in one statement. Fails where one of the keys has been taken meanwhile: then nothing of
   * the transaction may stay.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(Map<Sent, Answer> answers) {
    if (!answers.isEmpty()) {
      keys.keep(answers, now());
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Forgets what was answered to a person. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(long personId) {
    keys.forget(personId);
  }

  /** What is to be done once. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * One request under its key: who sent it, where to, and what.
   *
   * @throws Problem where the key is none
   */
  public record Sent(long personId, String route, String key, String bodyHash) {
    public Sent {
      if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
        throw new Problem(
            400,
            "idempotency-key",
            "An Idempotency-Key of 1 to " + LONGEST_KEY + " characters is needed",
            null);
      }
    }
  }

  /** What was answered: the status and the JSON text. */
  public record Answer(int status, String body) {}
}
