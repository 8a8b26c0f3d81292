package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** With the key and the moments of RFC 6238, whose codes end in these six digits. */
class TimeCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1111111109);
  private static final String CODE = "081804";

  @Test
  void theCodeOfNowIsTaken() {
    assertThat(TimeCodes.step(SECRET, CODE, NOW)).hasValue(1111111109 / 30);
  }

  @Test
  void aClockThatIsOneStepAheadOrBehindIsForgiven() {
    assertThat(TimeCodes.step(SECRET, CODE, NOW.plusSeconds(30))).hasValue(1111111109 / 30);
    assertThat(TimeCodes.step(SECRET, CODE, NOW.minusSeconds(30))).hasValue(1111111109 / 30);
  }

  @Test
  void twoStepsAreTooMany() {
    assertThat(TimeCodes.step(SECRET, CODE, NOW.plusSeconds(60))).isEmpty();
    assertThat(TimeCodes.step(SECRET, CODE, NOW.minusSeconds(60))).isEmpty();
  }

  @Test
  void aStepIsTakenOnceAndNoneBeforeIt() {
    Authenticator app = new Authenticator(1, SECRET, NOW);
    assertThat(app.take(7)).isTrue();
    assertThat(app.take(7)).isFalse();
    assertThat(app.take(6)).isFalse();
    assertThat(app.take(8)).isTrue();
  }

  @Test
  void theSecretIsWrittenAsAppsReadIt() {
    assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.of("fo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXQ");
    assertThat(AppSecret.of(SECRET, "a b@x.example", "Portolan").uri())
        .isEqualTo(
            "otpauth://totp/Portolan:a%20b%40x.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Portolan");
  }
}
