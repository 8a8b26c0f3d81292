package org.portolan.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portolan.platform.audit.AuditVerifyCommand;
import org.portolan.running.TestDatabase;

/** The command {@code audit verify}, given in this process: a process each would take minutes. */
record AuditVerify(int exit, String said) {

  /**
   * @param data the data directory of a node with its usual place for files
   */
  static AuditVerify run(TestDatabase database, Path data) {
    Map<String, String> settings =
        Map.of(
            "portolan.db.url", database.url(),
            "portolan.db.user", database.user(),
            "portolan.db.password", database.password(),
            "portolan.data", data.toString(),
            "portolan.files", data.resolve("files").toString(),
            "portolan.audit.key", TestDatabase.AUDIT_KEY);
    List<String> said = new ArrayList<>();
    int exit = new AuditVerifyCommand().applyAsInt(settings::get, said::add);
    return new AuditVerify(exit, String.join("\n", said));
  }

  boolean holds() {
    return exit == 0;
  }
}
