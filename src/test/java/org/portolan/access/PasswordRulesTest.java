package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.access.PasswordRules.Fault;

class PasswordRulesTest {
  private static final String[] OWN = {"Mariam", "Sissokho", "mariam.sissokho@customs.example"};

  @ParameterizedTest
  @ValueSource(strings = {"calm-harbour-for-tests", "korrekt pferd batterie", "Ж8!vQ-очень-долго"})
  void aLongOneThatNobodyGuessesIsGood(String password) {
    assertThat(PasswordRules.fault(password, OWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mariamsissokho",
        "Mariam.Sissokho1",
        "mariam.sissokho@customs.example",
        "sissokho2026!"
      })
  void whatIsKnownOfThePersonIsNoPassword(String password) {
    assertThat(PasswordRules.fault(password, OWN)).contains(Fault.PERSONAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PasswordPassword",
        "password123456",
        "123456789012",
        "abcdefghijklm",
        "aaaaaaaaaaaa",
        "qwertyuiopasdf",
        "abababababab"
      })
  void whatManyChooseIsNoPassword(String password) {
    assertThat(PasswordRules.fault(password, OWN)).contains(Fault.COMMON);
  }

  @Test
  void aShortOneIsNone() {
    assertThat(PasswordRules.fault("9fK!x2mQ_z7", OWN)).contains(Fault.SHORT);
    assertThat(PasswordRules.fault(null)).contains(Fault.SHORT);
    assertThat(PasswordRules.fault("ab9!".repeat(51))).contains(Fault.SHORT);
  }
}
