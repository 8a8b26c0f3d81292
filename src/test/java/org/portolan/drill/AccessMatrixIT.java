package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** Every route, as everybody, on their own body and on another, in time and out of it. */
class AccessMatrixIT {

  @Test
  void nobodyMayDoMoreOrLessThanIsWritten() throws Exception {
    TestDatabase database = TestDatabase.create("matrix");
    try (PackagedApplication application =
        PackagedApplication.start("matrix-node", settings(database))) {
      AccessMatrix matrix = new AccessMatrix(application, database);
      matrix.furnish();
      AccessTable table = AccessTable.read();
      List<String> differences = matrix.differences(table, any -> true);
      report(table, matrix, differences);
      assertThat(differences).isEmpty();
    }
  }

  private static Map<String, String> settings(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(database.settings());
    // letters wait: nobody answers there
    settings.put("PORTOLAN_MAIL_URL", "smtp://127.0.0.1:1");
    settings.put("PORTOLAN_MAIL_FROM", "portolan@demo.portolan.example");
    return settings;
  }

  private static void report(AccessTable table, AccessMatrix matrix, List<String> differences)
      throws IOException {
    String told =
        "Access matrix: "
            + table.actions().size()
            + " actions, "
            + matrix.tried()
            + " tries, "
            + differences.stream().filter(each -> each.startsWith("WRONG ALLOW")).count()
            + " wrong allows, "
            + differences.size()
            + " differences";
    System.out.println(told);
    Files.writeString(
        Path.of("target", "access-matrix.txt"),
        told + "\n" + String.join("\n", differences) + "\n");
  }
}
