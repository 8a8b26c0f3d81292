package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {
  private static final String LONG =
      "The officer on duty writes down what was found, and where. ".repeat(2_000);

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Bonded warehouse", "таможенный склад", "مستودع جمركي", "📦 货物"})
  void aTextComesBackAsItWasPacked(String text) throws IOException {
    assertThat(PackedText.unpack(PackedText.pack(text))).isEqualTo(text);
  }

  @Test
  void aLongTextTakesLessAndComesBackWhole() throws IOException {
    BytesRef packed = PackedText.pack(LONG);

    assertThat(packed.length).isLessThan(LONG.length() / 10);
    assertThat(PackedText.unpack(packed)).isEqualTo(LONG);
  }

  @Test
  void halfOfACharacterKeepsThePlacesOfTheOthers() throws IOException {
    assertThat(PackedText.unpack(PackedText.pack("a\ud83db"))).isEqualTo("a\ufffdb");
  }

  @Test
  void whatIsDamagedIsNoText() {
    BytesRef packed = PackedText.pack(LONG);
    byte[] cut = Arrays.copyOf(packed.bytes, packed.length / 2);
    byte[] endless = {1, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0};
    byte[] other = {1, 20, 'n', 'o', 't', ' ', 'p', 'a', 'c', 'k', 'e', 'd'};

    for (byte[] damaged : new byte[][] {cut, endless, other}) {
      assertThatThrownBy(() -> PackedText.unpack(new BytesRef(damaged)))
          .isInstanceOf(CorruptIndexException.class);
    }
  }
}
