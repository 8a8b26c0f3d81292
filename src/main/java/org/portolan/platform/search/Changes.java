package org.portolan.platform.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Where features say that an item changed, appeared or went, in the transaction in which it did:
 * what is rolled back is never indexed, what is committed always is.
 */
@ApplicationScoped
public class Changes {
  @PersistenceContext private EntityManager entities;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private Indexing indexing;

  private static final int AT_ONCE = 250;

  /** The kind of a change that is of no item: what was deleted shall leave no trace on disk. */
  static final String PURGE = "purge";

  /**
   * Has every node rewrite the parts of its index that still hold deleted items: those stay on disk
   * until they are merged away.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void purge() {
    record(PURGE, 0);
  }

  /**
   * @param kind as its {@link SearchSource} says it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String kind, long id) {
    recordAll(kind, List.of(id));
  }

  /** The same of many items of one kind, in one statement for each few hundred. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordAll(String kind, List<Long> ids) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Query insert =
          entities.createNativeQuery(
              ChangeLog.INSERT + ", (?, ?, UTC_TIMESTAMP(6))".repeat(part.size() - 1));
      int at = 0;
      for (long id : part) {
        insert.setParameter(++at, kind);
        insert.setParameter(++at, id);
      }
      insert.executeUpdate();
    }
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              // found within moments on this node; others look for themselves twice a second
              indexing.wake();
            }
          }
        });
  }
}
