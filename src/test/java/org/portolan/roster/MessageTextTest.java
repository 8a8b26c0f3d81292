package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  @Test
  void whatIsSaidIsKeptAsItWasTyped() {
    MessageText text =
        new MessageText(" Rooms ", "  Dear all,\r\n\r\n\tbring <b>this</b> & that.\r");
    assertThat(text.subject()).isEqualTo("Rooms");
    assertThat(text.body()).isEqualTo("Dear all,\n\n\tbring <b>this</b> & that.");
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void aSubjectIsOneLineAndNothingUnseenStays() {
    MessageText text = new MessageText("Rooms\r\nBcc: all@example.org", "a\u0000b\u202ec\u0007");
    assertThat(text.subject()).isEqualTo("Rooms Bcc: all@example.org");
    assertThat(text.body()).isEqualTo("a bc");
  }

  @Test
  void limitsAreKept() {
    assertThat(new MessageText("x".repeat(150), "y".repeat(5000)).problems()).isEmpty();
    assertThat(new MessageText("x".repeat(151), "y".repeat(5001)).problems())
        .isEqualTo(Map.of("subject", "long", "body", "long"));
    assertThat(new MessageText(null, " \n ").problems())
        .isEqualTo(Map.of("subject", "missing", "body", "missing"));
  }
}
