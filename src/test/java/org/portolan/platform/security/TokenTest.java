package org.portolan.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenTest {

  @Test
  void has256BitsAndNeverTheSameTwice() {
    Token token = Token.random("portolan_");
    assertThat(token.secret()).startsWith("portolan_");
    assertThat(Base64.getUrlDecoder().decode(token.secret().substring(9))).hasSize(32);
    assertThat(Token.random("portolan_")).isNotEqualTo(token);
  }

  @Test
  void isKnownByItsHash() {
    assertThat(new Token("abc").hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void doesNotShowInText() {
    assertThat(new Token("abc").toString()).doesNotContain("abc");
  }
}
