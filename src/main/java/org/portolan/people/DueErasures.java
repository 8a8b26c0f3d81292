package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.portolan.platform.mail.Outbox;

/** Requests for erasure that nobody took back in time, and what is left to do after one. */
@ApplicationScoped
class DueErasures {
  @Inject private ErasureRepository requests;
  @Inject private PersonRepository persons;
  @Inject private Erasure erasure;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  @Transactional
  List<Long> list() {
    return requests.listDue(clock.instant());
  }

  /** Erases one, unless it was taken back meanwhile or done by another node, or may not be now. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean execute(long person) {
    persons.lock(person);
    if (!requests.listDue(clock.instant()).contains(person)
        || erasure.hindrance(person).isPresent()) {
      return false;
    }
    erasure.of(person, null, null);
    return true;
  }

  /** By the number of the account alone: an address may be somebody else's by now. */
  @Transactional
  void forgetLetters(long person) {
    outbox.forget(person, List.of());
  }
}
