package org.portolan.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Can the database be asked. */
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
  private static final int SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Resource private ManagedThreadFactory threads;

  private FutureTask<Optional<String>> asked;

  @Override
  public String name() {
    return "database";
  }

  /**
   * A database that hangs holds whoever asks it, which must not be whoever asks us: one thread
   * waits for it, and until it comes back the answer is known.
   */
  @Override
  public synchronized Optional<String> trouble() {
    if (asked == null || asked.isDone()) {
      asked = new FutureTask<>(this::ask);
      threads.newThread(asked).start();
    }
    try {
      return asked.get(2L * SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.of("the database does not answer");
    } catch (ExecutionException e) {
      return Optional.of("no connection to the database");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private Optional<String> ask() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of("the database does not answer");
    } catch (SQLException e) {
      return Optional.of("no connection to the database");
    }
  }
}
