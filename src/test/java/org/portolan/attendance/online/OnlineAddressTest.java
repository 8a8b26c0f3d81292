package org.portolan.attendance.online;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://meet.example/abc",
        "HTTPS://meet.example:8443/j/123?pwd=a%20b#x",
        "https://[2001:db8::1]/room",
        "https://xn--bcher-kva.example/"
      })
  void aLinkOverTlsIsTaken(String address) {
    assertThat(OnlineAddress.problem(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://meet.example/abc,https",
    "javascript:alert(1),https",
    "meet.example/abc,https",
    "ftp://meet.example/,https",
    "https:meet.example,invalid",
    "https:///abc,invalid",
    "https://centre:secret@meet.example/,invalid",
    "https://meet.example/a b,invalid",
    "https://meet.example/\"onload=,invalid",
    "https://bücher.example/,invalid",
    "https://meet_room/<script>,invalid",
    "'',missing"
  })
  void whatIsNoneIsSaid(String address, String problem) {
    assertThat(OnlineAddress.problem(address)).contains(problem);
  }

  @Test
  void itHasABound() {
    String longest = "https://m.example/" + "a".repeat(OnlineAddress.LONGEST - 18);
    assertThat(OnlineAddress.problem(longest)).isEmpty();
    assertThat(OnlineAddress.problem(longest + "a")).contains("long");
  }
}
