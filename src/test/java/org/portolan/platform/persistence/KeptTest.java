package org.portolan.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

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
}
