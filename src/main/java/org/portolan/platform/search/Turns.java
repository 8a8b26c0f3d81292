package org.portolan.platform.search;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few searches work at a time, in the order in which they came. A search takes hardly anything
 * but processor time: more of them than processors would only interrupt each other, and now and
 * then one of them would come very late.
 */
final class Turns {
  private final Semaphore free;

  /**
   * @param processors that can work; one search more goes on, so that none of them is idle while
   *     one waits for the disk
   */
  Turns(int processors) {
    free = new Semaphore(processors + 1, true);
  }

  <T> T take(Supplier<T> work) {
    free.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
