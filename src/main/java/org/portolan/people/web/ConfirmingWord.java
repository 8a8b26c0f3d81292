package org.portolan.people.web;

import java.util.Locale;
import org.portolan.platform.i18n.Texts;

/** The word that somebody types to show that they mean it, in the language of the page. */
final class ConfirmingWord {
  private ConfirmingWord() {}

  static boolean typed(String word, Texts texts) {
    return word != null && plain(word).equals(plain(texts.get("people.erasure.word")));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
