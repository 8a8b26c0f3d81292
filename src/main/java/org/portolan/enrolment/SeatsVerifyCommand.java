package org.portolan.enrolment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;

/**
 * {@code java -jar portolan.jar seats verify}: tells the seats of all sessions again from their
 * ledgers and says whether everything kept is the same. Runs in a process of its own, without the
 * server; named in {@code WEB-INF/commands.txt}.
 */
public final class SeatsVerifyCommand
    implements ToIntBiFunction<UnaryOperator<String>, Consumer<String>> {

  /**
   * @param setting reads a setting by its name in small letters
   * @param say takes a line for whoever gave the command
   * @return 0 when all ledgers hold, 1 when one does not or could not be read
   */
  @Override
  public int applyAsInt(UnaryOperator<String> setting, Consumer<String> say) {
    try {
      Class.forName("com.mysql.cj.jdbc.Driver");
      try (Connection connection =
          DriverManager.getConnection(
              setting.apply("portolan.db.url"),
              setting.apply("portolan.db.user"),
              setting.apply("portolan.db.password"))) {
        // one moment for all of it: a session that changes meanwhile is not broken
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        LedgerCheck.Report report = new LedgerCheck(connection).all();
        connection.rollback();
        say.accept("sessions: " + report.sessions());
        say.accept("lines:    " + report.lines());
        report.problems().forEach(problem -> say.accept("BROKEN:   " + problem.text()));
        say.accept(report.holds() ? "The ledgers hold." : "The ledgers do NOT hold.");
        return report.holds() ? 0 : 1;
      }
    } catch (SQLException | ClassNotFoundException e) {
      say.accept("The ledgers could not be checked: " + e.getMessage());
      return 1;
    }
  }
}
