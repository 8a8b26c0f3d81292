package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portolan.enrolment.AnswerTokens.Link;

class AnswerTokensTest {
  private static final Instant ENDS = Instant.parse("2027-02-02T10:00:00Z");
  private static final Link LINK = new Link(41, 2, ENDS);

  private final AnswerTokens ours = new AnswerTokens(text -> mark(text, "ours"));

  private static String mark(String text, String key) {
    return "%020d%s".formatted(Math.abs((long) (key + text).hashCode()), key);
  }

  @Test
  void whatIsWrittenIsRead() {
    String token = ours.write(LINK);
    assertThat(token).startsWith("41.2." + ENDS.getEpochSecond() + ".");
    assertThat(ours.read(token)).contains(LINK);
  }

  @Test
  void nobodyElseMakesOneUp() {
    String token = ours.write(LINK);
    assertThat(ours.read(token.replaceFirst("41", "42"))).isEmpty();
    assertThat(ours.read(token.replaceFirst("\\.2\\.", ".3."))).isEmpty();
    assertThat(ours.read(token.replaceFirst("\\.18", ".19"))).isEmpty();
    assertThat(ours.read(new AnswerTokens(text -> mark(text, "theirs")).write(LINK))).isEmpty();
  }

  @Test
  void whatIsNoTokenIsNone() {
    for (String typed :
        new String[] {null, "", "41.2", "41.2.3.short", "a" + ours.write(LINK), "9".repeat(200)}) {
      assertThat(ours.read(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void onlyTheLastLinkIsGoodAndOnlyInTime() {
    assertThat(LINK.good(2, ENDS.minusNanos(1))).isTrue();
    assertThat(LINK.good(2, ENDS)).isFalse();
    assertThat(LINK.good(3, ENDS.minusNanos(1))).isFalse();
  }
}
