package org.portolan.nomination;

/** What an administration writes of an officer or of its list, as it is kept and shown. */
record NomineeWords(String text) {
  static final int LONGEST = 2000;

  /**
   * @param missing what is said where there is none
   */
  static NomineeWords of(String typed, NominationRefused.Kind missing) {
    // browsers send line ends as two characters but count them as one
    String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      throw new NominationRefused(missing);
    }
    if (text.length() > LONGEST) {
      throw new NominationRefused(NominationRefused.Kind.TOO_LONG);
    }
    return new NomineeWords(text);
  }
}
