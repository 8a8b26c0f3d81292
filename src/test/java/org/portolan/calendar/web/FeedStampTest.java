package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedStampTest {
  @Test
  void whateverAFeedHoldsBesideItsSessionsTellsItApart() {
    String stamp = FeedServlet.stamp("Sessions: A", "https://a.example", "r1", 1);

    assertThat(FeedServlet.stamp("Sessions: A", "https://a.example", "r1", 1)).isEqualTo(stamp);
    assertThat(FeedServlet.stamp("Sessions: B", "https://a.example", "r1", 1)).isNotEqualTo(stamp);
    assertThat(FeedServlet.stamp("Sessions: A", "https://b.example", "r1", 1)).isNotEqualTo(stamp);
    assertThat(FeedServlet.stamp("Sessions: A", "https://a.example", "r2", 1)).isNotEqualTo(stamp);
    assertThat(FeedServlet.stamp("Sessions: A", "https://a.example", "r1", 2)).isNotEqualTo(stamp);
  }
}
