package org.portolan.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FilledTextsTest {
  private final FilledTexts texts = new FilledTexts();
  private final AtomicInteger filled = new AtomicInteger();

  @Test
  void aShortTextIsFilledOnce() {
    assertThat(get("x".repeat(64))).isEqualTo("filled 1");
    assertThat(get("x".repeat(64))).isEqualTo("filled 1");
  }

  @Test
  void aTextWithALongArgumentIsNotKept() {
    assertThat(get(3, "x".repeat(65))).isEqualTo("filled 1");
    assertThat(get(3, "x".repeat(65))).isEqualTo("filled 2");
  }

  @Test
  void aNumberIsAnotherArgumentThanItsDigits() {
    assertThat(get(3)).isEqualTo("filled 1");
    assertThat(get("3")).isEqualTo("filled 2");
    assertThat(get(3)).isEqualTo("filled 1");
  }

  private String get(Object... arguments) {
    return texts.get(
        Language.EN, "some.key", arguments, () -> "filled " + filled.incrementAndGet());
  }
}
