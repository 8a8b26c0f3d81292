package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What programs send is read so far and no further. */
class JsonBodyTest {
  @Test
  void whatIsTooLargeIsToldSo() throws IOException {
    byte[] sent = "{\"a\": \"é\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(JsonBody.text(new ByteArrayInputStream(sent), sent.length))
        .isEqualTo("{\"a\": \"é\"}");
    assertThatThrownBy(() -> JsonBody.text(new ByteArrayInputStream(sent), sent.length - 1))
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(413));
  }

  @Test
  void whatIsDeeperThanAnybodyNeedsCannotBeRead() {
    assertThat(JsonBody.object("{\"a\":".repeat(50) + "1" + "}".repeat(50))).hasSize(1);
    for (int deep : new int[] {51, 2_000, 100_000}) {
      assertThatThrownBy(() -> JsonBody.object("{\"a\":".repeat(deep) + "1" + "}".repeat(deep)))
          .isInstanceOf(JsonException.class);
      assertThatThrownBy(() -> JsonBody.object("{\"a\":" + "[".repeat(deep)))
          .isInstanceOf(JsonException.class);
    }
  }

  @Test
  void bracketsInTextAreNoDepth() {
    String text = "[{\\\"".repeat(100);
    assertThat(JsonBody.object("{\"a\": \"" + text + "\"}").getString("a"))
        .isEqualTo("[{\"".repeat(100));
  }
}
