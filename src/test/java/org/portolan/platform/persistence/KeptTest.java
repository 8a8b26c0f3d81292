package org.portolan.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptTest {
  @Test
  void whatWasReadIsKeptUntilItIsForgotten() {
    AtomicInteger reads = new AtomicInteger();
    Kept<Integer> kept = new Kept<>(reads::incrementAndGet);
    assertThat(kept.get()).isEqualTo(1);
    assertThat(kept.get()).isEqualTo(1);
    kept.forget();
    assertThat(kept.get()).isEqualTo(2);
  }

  @Test
  void whatWasForgottenWhileItWasReadIsReadAgain() {
    AtomicInteger reads = new AtomicInteger();
    AtomicReference<Kept<Integer>> itself = new AtomicReference<>();
    Kept<Integer> kept =
        new Kept<>(
            () -> {
              int read = reads.incrementAndGet();
              if (read == 1) {
                itself.get().forget();
              }
              return read;
            });
    itself.set(kept);
    assertThat(kept.get()).isEqualTo(1);
    assertThat(kept.get()).isEqualTo(2);
    assertThat(kept.get()).isEqualTo(2);
  }

  @Test
  void ofManyWhoAskAtOnceOneReads() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    CountDownLatch asking = new CountDownLatch(8);
    Kept<Integer> kept =
        new Kept<>(
            () -> {
              try {
                asking.await(5, TimeUnit.SECONDS);
                Thread.sleep(50);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return reads.incrementAndGet();
            });
    ExecutorService readers = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> ask =
          () -> {
            asking.countDown();
            return kept.get();
          };
      for (Future<Integer> answer : readers.invokeAll(Collections.nCopies(8, ask))) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void whoReadsForeverKeepsNobodyElseWaiting() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch connection = new CountDownLatch(1);
    Kept<Integer> kept =
        new Kept<>(
            () -> {
              int read = reads.incrementAndGet();
              if (read == 1) {
                reading.countDown();
                try {
                  connection.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
              return read;
            });
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = readers.submit(kept::get);
      reading.await();
      // holds what the first waits for
      Future<Integer> second =
          readers.submit(
              () -> {
                int answer = kept.get();
                connection.countDown();
                return answer;
              });
      assertThat(second.get(8, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(first.get(8, TimeUnit.SECONDS)).isEqualTo(1);
    } finally {
      connection.countDown();
      readers.shutdownNow();
    }
  }
}
