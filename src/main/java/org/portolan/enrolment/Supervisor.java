package org.portolan.enrolment;

import org.portolan.people.EmailAddress;
import org.portolan.platform.mail.Letter;

/**
 * Who leads an officer, as they or their National Coordinator say.
 *
 * @param known whether the address is one of the administration, or was confirmed by its National
 *     Coordinator: a letter goes nowhere else
 */
public record Supervisor(String name, String email, boolean known) {
  private static final int LONGEST_NAME = 160;

  /**
   * What somebody typed, whose address is still to be judged.
   *
   * @throws EnrolmentRefused when it is missing or no letter can be sent there
   */
  static Supervisor typed(String name, String email) {
    String who = name == null ? "" : name.strip();
    String where = email == null ? "" : email.strip();
    if (who.isEmpty() || where.isEmpty()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.SUPERVISOR_NEEDED);
    }
    if (who.length() > LONGEST_NAME || !Letter.reachable(where)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.SUPERVISOR_WRONG);
    }
    return new Supervisor(who, new EmailAddress(where).text(), false);
  }

  /** Nobody supervises themselves. */
  void requireOther(String applicantEmail) {
    if (mailbox(applicantEmail).equals(mailbox(email))) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.SUPERVISOR_SELF);
    }
  }

  /** What is after a plus still comes to the same person. */
  private static String mailbox(String address) {
    return new EmailAddress(address).text().replaceFirst("\\+[^@]*@", "@");
  }

  /** In one line, as it is compared and shown. */
  String text() {
    return name + " <" + email + ">";
  }

  /** The name alone out of such a line. */
  static String nameIn(String text) {
    return text.replaceFirst(" <[^<>]*>$", "");
  }

  Supervisor known(boolean isKnown) {
    return new Supervisor(name, email, isKnown);
  }
}
