package org.portolan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.people.EmailAddress;

/**
 * The way back for somebody who forgot a password. What is answered, and how soon, says nothing
 * about who has an account: the letter is written after the answer, and only to whom it is for.
 */
@ApplicationScoped
public class Recoveries {
  private static final Logger LOG = Logger.getLogger(Recoveries.class.getName());
  private static final Duration PAUSE = Duration.ofHours(1);

  /** Letters to one address in an hour. */
  private static final int LETTERS = 3;

  /** Tries from one network in an hour: a whole office may stand behind it. */
  private static final int TRIES = 60;

  @Resource private ManagedExecutorService executor;
  @Inject private RecoveryLinks links;
  @Inject private PasswordHashing hashing;

  private final Cache<String, AtomicInteger> counted =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(100_000).build();

  /**
   * @param network address from which somebody asks
   * @return false when there were too many tries from there
   */
  public boolean ask(String typed, String network) {
    if (count("network " + network) > TRIES) {
      return false;
    }
    Optional<EmailAddress> email = EmailAddress.typed(typed);
    if (email.isEmpty() || count("address " + email.get().text()) > LETTERS) {
      return true;
    }
    try {
      executor.submit(() -> write(email.get()));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "No letter of recovery could be written", e);
    }
    return true;
  }

  private void write(EmailAddress email) {
    try {
      links.write(email);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "No letter of recovery could be written", e);
    }
  }

  /** Whose password a link sets: what everybody may know of them; empty when it sets none. */
  public Optional<String> find(String token) {
    return token == null ? Optional.empty() : links.find(token);
  }

  /** Sets a password and ends every sign-in; false when the link was used meanwhile. */
  public boolean reset(String token, String password) {
    return links.use(token, hashing.hash(password));
  }

  private int count(String what) {
    return counted.get(what, any -> new AtomicInteger()).incrementAndGet();
  }
}
