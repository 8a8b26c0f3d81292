package org.portolan.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.enrolment.EnrolmentService;

/** What is written leaves no statement open in the database, which allows some thousands in all. */
@ArquillianTest
class OpenStatementsIT {
  private static final int WRITES = 40;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private EnrolmentService enrolment;
  @Inject private Scenario scenario;

  @Test
  void writingAgainAndAgainLeavesNoStatementOpen() throws SQLException {
    long session = scenario.session(2 * WRITES, Chain.NONE);
    apply(session, WRITES);
    long before = open();

    apply(session, WRITES);

    // an application, its steps and its seat are inserted each time
    assertThat(open() - before).isLessThan(WRITES / 2);
  }

  private void apply(long session, int times) {
    for (int i = 0; i < times; i++) {
      scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
      enrolment.apply(session, "To learn");
    }
  }

  private long open() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Prepared_stmt_count'")) {
      row.next();
      return row.getLong(2);
    }
  }
}
