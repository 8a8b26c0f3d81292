package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseVersionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.0.19",
        "8.0.33",
        "8.0.36-0ubuntu0.22.04.1",
        "8.4.3",
        "9.1.0-commercial",
        "10.11.6-MariaDB-0+deb12u1",
        "5.5.5-10.11.6-MariaDB-0+deb12u1",
        "5.5.5-10.11.11-MariaDB-log",
        "11.4.5-MariaDB",
        "12.0.1-MariaDB"
      })
  void isNewEnough(String said) {
    assertThat(DatabaseVersion.of(said).tooOld()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.7.44-log",
        "8.0.18",
        "8.0",
        "5.5.5",
        "5.5.5-m3",
        "10.6.20-MariaDB",
        "5.5.5-10.6.20-MariaDB-ubu2204",
        "5.5.5-10.5.8-MariaDB",
        "5.5.62-MariaDB",
        "something else",
        ""
      })
  void isTooOld(String said) {
    assertThat(DatabaseVersion.of(said).tooOld()).isTrue();
  }

  @Test
  void theDisguiseOfMariaDbIsSeenThrough() {
    assertThat(DatabaseVersion.of("5.5.5-10.11.6-MariaDB"))
        .isEqualTo(new DatabaseVersion(true, 10, 11, 6));
  }
}
