package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void theEmptyCornerOfATableIsNoHeading() {
    String html = new Markdown().html("|  | Before |\n|---|---|\n| Hours | 61 |\n");

    assertThat(html).contains("<td></td><th>Before</th>").doesNotContain("<th></th>");
  }
}
