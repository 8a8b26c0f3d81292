package org.portolan.administration.web;

import org.portolan.platform.mail.LetterState;

/**
 * How the state of a letter is shown beside its word.
 *
 * @param look a class of the style sheet
 * @param icon address of a sign
 */
record LetterLook(String look, String icon) {
  private static final String SPRITE = "/resources/portolan/sprite.svg#";

  static LetterLook of(LetterState state) {
    return switch (state) {
      case SENT -> new LetterLook("ok", SPRITE + "done");
      case WAITING -> new LetterLook("wait", SPRITE + "clock");
      case WITHHELD -> new LetterLook("wait", SPRITE + "info");
      case FAILED, BOUNCED -> new LetterLook("no", SPRITE + "warning");
    };
  }
}
