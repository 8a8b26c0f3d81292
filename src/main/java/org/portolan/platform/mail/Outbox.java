package org.portolan.platform.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Where features post letters, in the transaction of what the letter tells of: what is rolled back
 * is never sent, what is committed is sent even if the mail server is away for days.
 */
@ApplicationScoped
public class Outbox {
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private Mailing mailing;
  @Inject private Clock clock;

  /**
   * @return the number of the letter, by which its state can be asked for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long post(Letter letter) {
    long id = mailing.letters().add(mailing.write(letter, clock.instant()));
    wakeAfterCommit();
    return id;
  }

  /** The same for many, which go to the database together. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void postAll(Collection<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    mailing.letters().addAll(letters.stream().map(each -> mailing.write(each, now)).toList());
    wakeAfterCommit();
  }

  private void wakeAfterCommit() {
    if (mailing.isOn()) {
      transaction.registerInterposedSynchronization(
          new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
              if (status == Status.STATUS_COMMITTED) {
                mailing.wake();
              }
            }
          });
    }
  }

  /** What became of letters, by their number; those that are gone are left out. */
  @Transactional
  public Map<Long, LetterState> states(Collection<Long> ids) {
    return mailing.letters().states(ids);
  }

  /**
   * Takes a letter back that was not sent yet, and forgets what it says: it opens nothing any more.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeBack(long id) {
    mailing.letters().takeBack(id);
  }

  /** Forgets these letters, whether or not they were sent. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(Collection<Long> ids) {
    mailing.letters().forget(ids);
  }

  /** Forgets all letters to a person, and to addresses of theirs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int forget(long personId, Collection<String> addresses) {
    return mailing.letters().forget(personId, addresses);
  }
}
