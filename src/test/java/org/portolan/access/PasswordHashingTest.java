package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void rightPasswordMatchesAndOthersDoNot() {
    String hash = hashing.hash("correct horse battery");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.matches("correct horse battery", hash)).isTrue();
    assertThat(hashing.matches("correct horse batterx", hash)).isFalse();
  }

  @Test
  void nobodyHasNoPassword() {
    assertThat(hashing.matches("anything", null)).isFalse();
    assertThat(hashing.matches("", "")).isFalse();
  }

  @Test
  void fourWorkSixteenWaitAndTheRestAreSentAway()
      throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch sentAway = new CountDownLatch(10);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService people = Executors.newFixedThreadPool(30);
    try {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        tries.add(
            people.submit(
                () -> {
                  try {
                    return hashing.inTurn(
                        () -> {
                          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                          await(release);
                          atOnce.decrementAndGet();
                          return true;
                        });
                  } catch (PasswordHashing.TooBusy e) {
                    sentAway.countDown();
                    return false;
                  }
                }));
      }
      assertThat(sentAway.await(5, TimeUnit.SECONDS)).isTrue();
      release.countDown();
      int served = 0;
      for (Future<Boolean> each : tries) {
        served += each.get(5, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertThat(served).isEqualTo(20);
      assertThat(most.get()).isEqualTo(4);
    } finally {
      people.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
