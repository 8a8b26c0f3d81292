package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.i18n.CurrentZone;

class ZoneFilterTest {
  @Test
  void theLastZoneOfTheAddressCounts() {
    assertThat(ZoneFilter.asked("view=month&zone=UTC&zone=Europe%2FParis&x=1"))
        .isEqualTo("Europe/Paris");
    assertThat(ZoneFilter.asked("zone=Africa/Abidjan")).isEqualTo("Africa/Abidjan");
  }

  @Test
  void anAddressWithoutOneSaysNothing() {
    assertThat(ZoneFilter.asked(null)).isNull();
    assertThat(ZoneFilter.asked("view=month&timezone=UTC")).isNull();
    assertThat(ZoneFilter.asked("zone=")).isNull();
  }

  @Test
  void whatCannotBeReadIsTakenAsItIs() {
    assertThat(ZoneFilter.asked("zone=%zz")).isEqualTo("%zz");
  }

  @Test
  void aPlaceIsAZone() {
    CurrentZone zone = new CurrentZone();
    assertThat(zone.choose("Asia/Tashkent")).isTrue();
    assertThat(zone.get()).contains(ZoneId.of("Asia/Tashkent"));
    assertThat(zone.text()).isEqualTo("Asia/Tashkent");
    assertThat(zone.choose("place")).isTrue();
    assertThat(zone.get()).isEmpty();
    assertThat(zone.isOfPlace()).isTrue();
    assertThat(zone.text()).isEqualTo("place");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Atlantis", "EST", "+01:00", "x\r\nSet-Cookie: a=b", "../../x"})
  void whatIsNoZoneIsKeptToBeNamed(String name) {
    CurrentZone zone = new CurrentZone();
    assertThat(zone.choose(name)).isFalse();
    assertThat(zone.get()).isEmpty();
    assertThat(zone.getUnknown()).isEqualTo(name);
    assertThat(zone.text()).isEmpty();
  }
}
