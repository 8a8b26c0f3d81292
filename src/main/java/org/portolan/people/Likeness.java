package org.portolan.people;

import java.util.Optional;

/** Why two records may be of the same person; the surest first. */
public enum Likeness {
  /** The same address. */
  ADDRESS,
  /** The same words of the name, in whatever order and script. */
  NAME,
  /** The same person before the sign of the address, at another domain. */
  MAILBOX,
  /** Names that sound alike. */
  SOUND;

  static Optional<Likeness> between(
      WrittenName name, EmailAddress email, WrittenName otherName, EmailAddress otherEmail) {
    if (email.equals(otherEmail)) {
      return Optional.of(ADDRESS);
    }
    if (name.sameWords(otherName)) {
      return Optional.of(NAME);
    }
    if (mailbox(email).length() > 3 && mailbox(email).equals(mailbox(otherEmail))) {
      return Optional.of(MAILBOX);
    }
    return name.soundsAlike(otherName) ? Optional.of(SOUND) : Optional.empty();
  }

  private static String mailbox(EmailAddress email) {
    String text = email.text();
    int at = text.lastIndexOf('@');
    String mailbox = at < 0 ? text : text.substring(0, at);
    int tag = mailbox.indexOf('+');
    return (tag > 0 ? mailbox.substring(0, tag) : mailbox).replaceAll("[._-]", "");
  }
}
