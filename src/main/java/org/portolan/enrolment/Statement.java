package org.portolan.enrolment;

import org.portolan.selection.Placed;

/** A text that somebody gives for applying or for deciding, as it is kept and shown. */
record Statement(String text) {
  static final int LONGEST = 2000;

  static Statement motivation(String typed) {
    return required(typed, EnrolmentRefused.Kind.MOTIVATION_NEEDED);
  }

  static Statement refusal(String typed) {
    return required(typed, EnrolmentRefused.Kind.REASON_NEEDED);
  }

  /** A remark that may be missing; then its text is null. */
  static Statement remark(String typed) {
    String text = cleaned(typed);
    return new Statement(text.isEmpty() ? null : text);
  }

  /**
   * People decide, but not without a word where they pass others over.
   *
   * @throws EnrolmentRefused when this is none
   */
  void requireFor(Placed place) {
    if (place.passedOver() > 0 && text == null) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.PASSED_OVER);
    }
  }

  private static Statement required(String typed, EnrolmentRefused.Kind missing) {
    String text = cleaned(typed);
    if (text.isEmpty()) {
      throw new EnrolmentRefused(missing);
    }
    return new Statement(text);
  }

  private static String cleaned(String typed) {
    // browsers send line ends as two characters but count them as one
    String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
    if (text.length() > LONGEST) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.TOO_LONG);
    }
    return text;
  }
}
