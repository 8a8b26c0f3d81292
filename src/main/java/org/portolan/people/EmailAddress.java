package org.portolan.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The address by which an account is known, in one spelling. The database compares more loosely: to
 * it accents, width and invisible characters make no difference. What is counted and compared here
 * is this text and no other.
 */
public record EmailAddress(String text) {
  /** Longest address that an account can have, in characters. */
  public static final int LONGEST = 190;

  public EmailAddress {
    text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** What somebody typed; empty when it is longer than the address of any account. */
  public static Optional<EmailAddress> typed(String text) {
    return text.length() > LONGEST ? Optional.empty() : Optional.of(new EmailAddress(text));
  }
}
