package org.portolan.access;

import java.util.EnumSet;
import java.util.Optional;

/** For what a passkey is asked. */
public enum PasskeyPurpose {
  /** A new one is made. */
  REGISTER("register"),
  /** Somebody signs in by nothing else. */
  SIGN_IN("sign-in"),
  /** Somebody gave their password already. */
  STEP("step"),
  /** Somebody who is signed in shows again who they are. */
  PROVE("prove");

  private final String code;

  PasskeyPurpose(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<PasskeyPurpose> find(String code) {
    return EnumSet.allOf(PasskeyPurpose.class).stream()
        .filter(each -> each.code.equals(code))
        .findFirst();
  }
}
