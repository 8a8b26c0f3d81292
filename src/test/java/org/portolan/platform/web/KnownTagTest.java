package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of the tags that a program names are the one of what it would get. */
class KnownTagTest {
  private static final String TAG = "\"12-3a\"";

  @Test
  void itStandsAloneOrAmongOthersWeakOrNot() {
    for (String line :
        new String[] {TAG, "W/" + TAG, "\"x\", " + TAG, "W/\"x\",W/" + TAG + " , \"y\"", " * "}) {
      assertThat(KnownTag.named(line, TAG)).as(line).isTrue();
    }
  }

  @Test
  void whatOnlyLooksLikeItIsAnother() {
    for (String line : new String[] {"", "12-3a", "\"12-3\"", "\"12-3a", "\"a12-3a\"", "\"*\""}) {
      assertThat(KnownTag.named(line, TAG)).as(line).isFalse();
    }
  }
}
