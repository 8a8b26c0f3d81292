package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What looks at every page of the journeys sees what is wrong with one. */
class LookIT {
  private static final String SOUND =
      "<!DOCTYPE html><html lang=en><head><title>Post</title></head>"
          + "<body><main><h1>Post</h1>%s</main></body></html>";

  @Test
  void aPageInOrderPassesAndOneThatIsNotFails() {
    Page page = Chromium.open("en", 320, true);
    try {
      page.setContent(SOUND.formatted("<p>All is well</p>"));
      assertThatCode(() -> Chromium.look(page, "sound")).doesNotThrowAnyException();

      // in the same document, of which the rules are known already
      page.evaluate("() => document.querySelector('main').append(document.createElement('img'))");
      assertThatThrownBy(() -> Chromium.look(page, "silent")).hasMessageContaining("image-alt");

      page.setContent(SOUND.formatted("<p style='width:400px'>Too wide</p>"));
      assertThatThrownBy(() -> Chromium.look(page, "wide")).hasMessageContaining("sideways");
    } finally {
      page.context().close();
    }
  }
}
