package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;

class WaitingFilterTest {
  @Test
  void eachPartRestricts() {
    assertThat(WaitingFilter.EVERYTHING.restricts()).isFalse();
    assertThat(new WaitingFilter(5L, null, null, false).restricts()).isTrue();
    assertThat(new WaitingFilter(null, "XS", null, false).restricts()).isTrue();
    assertThat(new WaitingFilter(null, null, Approver.CENTRE, false).restricts()).isTrue();
    assertThat(new WaitingFilter(null, null, null, true).restricts()).isTrue();
  }
}
