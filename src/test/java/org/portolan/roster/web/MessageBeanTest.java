package org.portolan.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;

class MessageBeanTest {
  @Test
  void whereNobodyIsTickedAllInTheStateAreMeant() {
    assertThat(MessageBean.selection(null, "waiting").ticked()).isEmpty();
    assertThat(MessageBean.selection(null, "waiting").state()).isEqualTo(ApplicationState.WAITING);
    assertThat(MessageBean.selection(null, null).state()).isNull();
  }

  @Test
  void ticksThatCannotBeReadDoNotMeanEverybody() {
    String[] some = {"7", "x"};
    assertThat(MessageBean.selection(some, null).ticked()).containsExactly(7L);
    for (String wrong : new String[] {"x", "", "0", "-1", "99999999999999999999"}) {
      assertThatThrownBy(() -> MessageBean.selection(new String[] {wrong}, null))
          .as(wrong)
          .isInstanceOf(NotFound.class);
    }
  }
}
