package org.portolan.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;

/**
 * {@code java -jar portolan.jar audit verify}: recomputes the trail and says whether it holds. Runs
 * in a process of its own, without the server; named in {@code WEB-INF/commands.txt}.
 */
public final class AuditVerifyCommand
    implements ToIntBiFunction<UnaryOperator<String>, Consumer<String>> {

  /**
   * @param setting reads a setting by its name in small letters
   * @param say takes a line for whoever gave the command
   * @return 0 when the trail holds, 1 when it does not or could not be checked
   */
  @Override
  public int applyAsInt(UnaryOperator<String> setting, Consumer<String> say) {
    try {
      Optional<AuditKey> key = new AuditKeyFile(setting).find();
      if (key.isEmpty()) {
        say.accept("There is no key: set PORTOLAN_AUDIT_KEY, or bring the file audit.key back.");
        return 1;
      }
      Class.forName("com.mysql.cj.jdbc.Driver");
      HeadFile file = HeadFile.in(Path.of(setting.apply("portolan.files")), key.get());
      try (Connection connection =
          DriverManager.getConnection(
              setting.apply("portolan.db.url"),
              setting.apply("portolan.db.user"),
              setting.apply("portolan.db.password"))) {
        AuditCheck.Report report = new AuditCheck(connection, key.get(), file).run();
        say(report, say);
        return report.holds() ? 0 : 1;
      }
    } catch (SQLException | IOException | ClassNotFoundException | IllegalArgumentException e) {
      say.accept("The audit trail could not be checked: " + e.getMessage());
      return 1;
    }
  }

  private static void say(AuditCheck.Report report, Consumer<String> say) {
    say.accept("entries: " + (report.sealed() + report.waiting()));
    say.accept("sealed:  " + report.sealed());
    say.accept(
        "waiting: "
            + report.waiting()
            + (report.waiting() == 0
                ? ""
                : ", the oldest since " + report.waitingSince() + " UTC"));
    report.notes().forEach(note -> say.accept("note:    " + note));
    report.problems().forEach(problem -> say.accept("BROKEN:  " + problem.text()));
    say.accept(report.holds() ? "The audit trail holds." : "The audit trail does NOT hold.");
  }
}
