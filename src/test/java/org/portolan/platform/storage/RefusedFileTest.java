package org.portolan.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.platform.i18n.Language;

class RefusedFileTest {
  @ParameterizedTest
  @EnumSource(RefusedFile.Reason.class)
  void everyReasonIsSaidInEveryLanguage(RefusedFile.Reason reason) {
    for (Language language : Language.values()) {
      assertThat(new RefusedFile(reason, 5).text(language)).hasSizeGreaterThan(15);
    }
  }

  @Test
  void theLimitIsSaid() {
    assertThat(RefusedFile.tooLarge(FileRules.pdf(5, 30)).text(Language.EN)).contains("5 MB");
    assertThat(new RefusedFile(RefusedFile.Reason.PAGES, 30).text(Language.EN))
        .contains("30 pages");
  }
}
