package org.portolan.access.web;

import org.portolan.access.PasswordRules;

/** The texts that say what is wrong with a password. */
final class PasswordWords {
  private PasswordWords() {}

  static String key(PasswordRules.Fault fault) {
    return fault == PasswordRules.Fault.SHORT
        ? "access.setup.password.short"
        : "access.password." + fault.code();
  }
}
