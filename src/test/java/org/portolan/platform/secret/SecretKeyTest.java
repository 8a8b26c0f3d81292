package org.portolan.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretKeyTest {
  private static final byte[] CONTENT = "calm harbour".getBytes(StandardCharsets.UTF_8);

  private final SecretKey key = SecretKey.of("k".repeat(32));
  private final SecretKey other = SecretKey.of("l".repeat(32));

  @Test
  void whatIsSealedIsOpenedInItsPlaceAlone() {
    byte[] sealed = key.seal(CONTENT, "row 1");
    assertThat(key.open(sealed, "row 1")).hasValue(CONTENT);
    assertThat(key.open(sealed, "row 2")).isEmpty();
    assertThat(other.open(sealed, "row 1")).isEmpty();
    assertThat(key.seal(CONTENT, "row 1")).isNotEqualTo(sealed);
  }

  @Test
  void everyChangedBitIsNoticed() {
    byte[] sealed = key.seal(CONTENT, "row 1");
    for (int i = 0; i < sealed.length * 8; i++) {
      byte[] changed = sealed.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertThat(key.open(changed, "row 1")).isEmpty();
    }
    assertThat(key.open(new byte[5], "row 1")).isEmpty();
  }

  @Test
  void aMarkDependsOnContentPlaceAndKey() {
    String mark = key.mark("code", "person 1");
    assertThat(mark).hasSize(64).isEqualTo(key.mark("code", "person 1"));
    assertThat(key.mark("code", "person 2")).isNotEqualTo(mark);
    assertThat(key.mark("codf", "person 1")).isNotEqualTo(mark);
    assertThat(other.mark("code", "person 1")).isNotEqualTo(mark);
    assertThat(other.check()).isNotEqualTo(key.check());
  }

  @Test
  void aShortKeyIsAMistake() {
    assertThatThrownBy(() -> SecretKey.of(" short ")).isInstanceOf(IllegalArgumentException.class);
  }
}
