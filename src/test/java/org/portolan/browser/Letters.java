package org.portolan.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters as an administrator reads them in the outbox. */
final class Letters {
  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+token=[\\w.+/=-]+)");

  private Letters() {}

  /** The address of the link in the newest letter to an address, without the server. */
  static String link(String language, String email) {
    try (Window admin = Window.of("admin", language)) {
      admin.go("/desk/outbox?words=" + email);
      admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
      String letter = admin.find(".letter").innerText();
      Matcher link = LINK.matcher(letter);
      if (!link.find()) {
        throw new AssertionError("no link in " + letter);
      }
      return link.group(1);
    }
  }
}
