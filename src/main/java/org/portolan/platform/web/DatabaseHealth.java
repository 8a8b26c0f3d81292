package org.portolan.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Can the database be asked. */
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
  private static final int SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> trouble() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of("the database does not answer");
    } catch (SQLException e) {
      return Optional.of("no connection to the database");
    }
  }
}
