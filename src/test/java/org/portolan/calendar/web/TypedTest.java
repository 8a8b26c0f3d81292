package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;

class TypedTest {
  @Test
  void whatCannotBeReadIsNothing() {
    assertThat(Typed.<Integer>read(" 12 ", Integer::valueOf)).isEqualTo(12);
    assertThat(Typed.<Integer>read("a dozen", Integer::valueOf)).isNull();
    assertThat(Typed.<Integer>read("  ", Integer::valueOf)).isNull();
    assertThat(Typed.<Integer>read(null, Integer::valueOf)).isNull();
    assertThat(Typed.<LocalDate>read("2027-02-30", LocalDate::parse)).isNull();
  }

  @Test
  void whoIsTickedIsAskedForAsManyDaysAsWereTyped() {
    Map<String, String> days =
        Map.of("supervisor", "5", "coordinator", "never", "centre", "7", "donor", "91");
    assertThat(Typed.chain(Set.of("supervisor", "centre")::contains, days::get))
        .isEqualTo(Chain.read("supervisor:5 centre:7").orElseThrow());
    assertThat(Typed.chain(code -> false, days::get)).isEqualTo(Chain.NONE);
    for (String wrong : new String[] {"coordinator", "donor"}) {
      assertThat(Typed.chain(wrong::equals, days::get)).as(wrong).isNull();
    }
  }
}
