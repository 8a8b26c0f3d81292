package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8080",
    "localhost, http://localhost:8080",
    "::1, http://[::1]:8080",
    "[::1], http://[::1]:8080"
  })
  void theBaseAddressIsMadeOfWhatIsBound(String bind, String expected) {
    assertThat(of("PORTOLAN_BIND", bind).baseUrl()).isEqualTo(expected);
    assertThat(of("PORTOLAN_BIND", bind).bind()).doesNotContain("[");
  }

  @ParameterizedTest
  @CsvSource({
    "https://learn.example.org, https://learn.example.org",
    "https://learn.example.org/, https://learn.example.org",
    "http://[2001:db8::1]:8443//, http://[2001:db8::1]:8443",
    "HTTPS://example.org/portolan/, HTTPS://example.org/portolan"
  })
  void aGivenBaseAddressIsTakenWithoutItsLastSlash(String given, String expected) {
    assertThat(of("PORTOLAN_BASE_URL", given).baseUrl()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "learn.example.org",
        "//learn.example.org",
        "ftp://learn.example.org",
        "https:/learn.example.org",
        "https://",
        "https://learn example.org",
        "https://learn.example.org?x=1",
        "https://learn.example.org/#top",
        "https://user@learn.example.org",
        "http://::1:8080",
        "https://host:port"
      })
  void aBaseAddressThatIsNoneIsRefusedByTheNameOfTheSetting(String given) {
    assertThatThrownBy(of("PORTOLAN_BASE_URL", given)::check)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PORTOLAN_BASE_URL")
        .hasMessageContaining(given);
  }

  @Test
  void aFixedClockIsForTheDemoWorld() {
    Map<String, String> clock = new HashMap<>(Map.of("PORTOLAN_CLOCK", "2026-11-23T08:00:00Z"));
    assertThatThrownBy(of(clock)::check)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PORTOLAN_CLOCK");

    clock.put("PORTOLAN_DEMO", "true");
    of(clock).check();

    clock.put("PORTOLAN_CLOCK", "yesterday");
    assertThatThrownBy(of(clock)::check).hasMessageContaining("PORTOLAN_CLOCK");
  }

  @Test
  void nothingSetIsFine() {
    of(Map.of()).check();
  }

  private static Settings of(String name, String value) {
    return of(Map.of(name, value));
  }

  private static Settings of(Map<String, String> environment) {
    return new Settings(environment, new Properties());
  }
}
