package org.portolan.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class NamedLockIT {
  private static final String NAME = "test-of-the-lock";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Test
  void whatOneHoldsAnotherWaitsForInVainUntilItIsGivenBack() throws SQLException {
    try (NamedLock held = take().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(take()).isEmpty();
    }
    try (NamedLock again = take().orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void anotherNameIsAnotherLock() throws SQLException {
    try (NamedLock held = take().orElseThrow();
        NamedLock other =
            NamedLock.take(database, NAME + "2", Duration.ofSeconds(1)).orElseThrow()) {
      assertThat(other).isNotSameAs(held);
    }
  }

  private Optional<NamedLock> take() throws SQLException {
    return NamedLock.take(database, NAME, Duration.ofSeconds(1));
  }
}
