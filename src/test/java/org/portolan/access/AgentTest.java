package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentTest {

  @Test
  void browsersThatNameOthersAreToldApart() {
    assertThat(Agent.of("Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0 Safari/537.36"))
        .isEqualTo(new Agent("Chrome", "Linux"));
    assertThat(Agent.of("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0"))
        .isEqualTo(new Agent("Edge", "Windows"));
    assertThat(Agent.of("")).isEqualTo(new Agent("", ""));
  }
}
