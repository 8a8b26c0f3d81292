package org.portolan.platform.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a letter. */
public enum LetterState {
  /** To be sent, now or at its next attempt. */
  WAITING,
  /** Taken by the mail server. */
  SENT,
  /** Given up: too many attempts, or what it says has expired. */
  FAILED,
  /** Refused for good by the mail server, or reported as undeliverable later. */
  BOUNCED,
  /** Kept here, as no mail server is set. */
  WITHHELD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LetterState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
