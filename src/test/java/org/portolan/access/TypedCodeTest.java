package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedCodeTest {
  @Test
  void spacesAndDashesDoNotCount() {
    assertThat(TypedCode.of(" 123 456\u00a0")).isEqualTo(new TypedCode("123456"));
    assertThat(TypedCode.of("ABCDE-23456").isOfRecovery()).isTrue();
  }

  @Test
  void digitsOfAnyScriptAreDigits() {
    assertThat(TypedCode.of("\u0660\u0661\u0662\u06f3\u0664\u0665"))
        .isEqualTo(new TypedCode("012345"));
  }

  @Test
  void nothingElseIsACode() {
    assertThat(TypedCode.of(null).isOfApp()).isFalse();
    assertThat(TypedCode.of("12345").isOfApp()).isFalse();
    assertThat(TypedCode.of("1234567").isOfApp()).isFalse();
    assertThat(TypedCode.of("a".repeat(1000)).text()).hasSizeLessThan(50);
  }
}
