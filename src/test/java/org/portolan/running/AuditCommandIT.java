package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The audit trail as an operator meets it: a command, a key, a file, the health of a node. */
class AuditCommandIT {
  private static final Map<String, String> DEMO =
      Map.of("PORTOLAN_DEMO", "true", "PORTOLAN_DEMO_PASSWORD", PackagedApplication.PASSWORD);

  @Test
  void theTrailIsVerifiedWhileTheNodeRunsAndWhileItIsStopped() throws Exception {
    assumeFalse(MySqlServer.wanted(), "the embedded database is what has to be found");
    Path data = Path.of(System.getProperty("portolan.it.directory"), "audit-command");
    TestDatabase.empty(data);
    assertThat(verify(data, Map.of())).startsWith("exit 1").contains("PORTOLAN_DATA");
    assertThat(data).doesNotExist();

    long running;
    try (PackagedApplication node =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, DEMO)) {
      Visitor.signedIn(node, "editor");
      Visitor.signedIn(node, "centre");
      assertThat(new Visitor(node).signIn("editor@demo.portolan.example", "wrong").statusCode())
          .isEqualTo(200);
      collectGarbage(node);
      String said = verify(data, Map.of());
      assertThat(new Visitor(node).get("/health/ready").statusCode())
          .as("the node still has its database")
          .isEqualTo(200);
      assertThat(said).startsWith("exit 0\n").contains("The audit trail holds.");
      running = entries(said);
      assertThat(running).isGreaterThanOrEqualTo(2);
      assertThat(verify(data, Map.of("PORTOLAN_AUDIT_KEY", "another key than that of this trail")))
          .startsWith("exit 1\n")
          .contains("BROKEN:", "another key");
    }

    String said = verify(data, Map.of());
    assertThat(said).startsWith("exit 0\n").contains("waiting: 0", "The audit trail holds.");
    assertThat(entries(said)).as("the wrong password too").isGreaterThanOrEqualTo(3);

    Path head = data.resolve("files/audit/head");
    byte[] kept = Files.readAllBytes(head);
    Files.writeString(head, "portolan-audit-head 1 1 00 00\n");
    assertThat(verify(data, Map.of())).startsWith("exit 1\n").contains("the file with the head");
    Files.write(head, kept);

    Files.move(data.resolve("audit.key"), data.resolve("audit.key.away"));
    assertThat(verify(data, Map.of())).startsWith("exit 1\n").contains("PORTOLAN_AUDIT_KEY");
    assertThat(data.resolve("audit.key")).doesNotExist();
  }

  /** A lock that the node only forgot to give back would be gone with it. */
  private static void collectGarbage(PackagedApplication node) throws Exception {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(node.pid()),
                "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .start();
    assertThat(command.waitFor()).isZero();
    // what is unreachable is cleaned up on another thread
    Thread.sleep(1000);
  }

  @Test
  void wordsThatAreNoCommandAreAnsweredWithTheList() {
    Path data = Path.of(System.getProperty("portolan.it.directory"), "no-command");
    assertThat(PackagedApplication.command(data, Map.of(), "audit", "falsify"))
        .startsWith("exit 2\n")
        .contains("audit verify");
    assertThat(data).doesNotExist();
  }

  @Test
  void aNodeWithAnotherKeySaysSoAndBeginsNoSecondTrail() throws Exception {
    TestDatabase database = TestDatabase.create("two-keys");
    Map<String, String> settings = new HashMap<>(database.settings());
    try (PackagedApplication first = PackagedApplication.start("two-keys-1", settings)) {
      Visitor.signedIn(first, "editor");
      assertThat(new Visitor(first).get("/health/ready").statusCode()).isEqualTo(200);
    }
    settings.remove("PORTOLAN_AUDIT_KEY");
    try (PackagedApplication second = PackagedApplication.start("two-keys-2", settings)) {
      var ready = new Visitor(second).get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("PORTOLAN_AUDIT_KEY");
      assertThat(second.log()).contains("SEVERE", "PORTOLAN_AUDIT_KEY");
      assertThat(
              new Visitor(second)
                  .signIn("editor@demo.portolan.example", PackagedApplication.PASSWORD)
                  .statusCode())
          .isNotEqualTo(302);
    }
    assertThat(Path.of(System.getProperty("portolan.it.directory"), "two-keys-2", "audit.key"))
        .doesNotExist();
  }

  private static String verify(Path data, Map<String, String> settings) {
    return PackagedApplication.command(data, settings, "audit", "verify");
  }

  private static long entries(String said) {
    Matcher entries = Pattern.compile("entries: (\\d+)").matcher(said);
    assertThat(entries.find()).as(said).isTrue();
    return Long.parseLong(entries.group(1));
  }
}
