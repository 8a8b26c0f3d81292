package org.portolan.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.people.EmailAddress;
import org.portolan.platform.mail.LetterThrottle;

/**
 * The way back for somebody who forgot a password. What is answered, and how soon, says nothing
 * about who has an account: the letter is written after the answer, and only to whom it is for.
 */
@ApplicationScoped
public class Recoveries {
  private static final Logger LOG = Logger.getLogger(Recoveries.class.getName());

  @Resource private ManagedExecutorService executor;
  @Inject private RecoveryLinks links;
  @Inject private PasswordHashing hashing;
  @Inject private LetterThrottle throttle;

  /**
   * @param network address from which somebody asks
   * @return false when there were too many tries from there
   */
  public boolean ask(String typed, String network) {
    if (!throttle.admits(network)) {
      return false;
    }
    Optional<EmailAddress> email = EmailAddress.typed(typed);
    if (email.isEmpty() || throttle.spares(email.get().text())) {
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
}
