package org.portolan.platform.audit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portolan.platform.persistence.SchemaReady;

/**
 * The key of the trail as this node has it. The first node of an installation may make one; every
 * other has to have the same. A node without the right key says so and writes nothing that belongs
 * into the trail, rather than begin a second one.
 */
@ApplicationScoped
class AuditKeyring {
  private static final Logger LOG = Logger.getLogger(AuditKeyring.class.getName());

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  private volatile AuditKey key;
  private volatile String trouble = "the audit trail has not begun on this node";

  /** Before anything is loaded, as that may be worth an entry. */
  void open(@Observes @Priority(50) SchemaReady ready) throws SQLException {
    AuditKeyFile source = new AuditKeyFile(AuditKeyring::setting);
    try {
      byte[] known = known();
      AuditKey found = source.find().orElse(null);
      if (found == null && known == null) {
        found = source.create();
        LOG.log(
            Level.INFO,
            "A key for the audit trail was made: {0}. Keep a copy of it where the copies of the"
                + " database are not.",
            source.own());
      }
      accept(found, known);
    } catch (IOException | IllegalArgumentException e) {
      refuse("the key of the audit trail cannot be read: " + e.getMessage());
    }
  }

  private void accept(AuditKey found, byte[] known) throws SQLException {
    if (found == null) {
      refuse(
          "the audit trail of this database has a key that this node lacks: set"
              + " PORTOLAN_AUDIT_KEY, the same on every node");
    } else if (known != null && !AuditKey.same(known, found.check())) {
      refuse(
          "the key of the audit trail is another than the one it was begun with: set"
              + " PORTOLAN_AUDIT_KEY, or bring the file audit.key back");
    } else {
      if (known == null) {
        remember(found);
      }
      key = found;
      trouble = null;
    }
  }

  private void refuse(String reason) {
    trouble = reason;
    LOG.log(Level.SEVERE, "Nothing that belongs into the audit trail can be done: {0}", reason);
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
  }

  private byte[] known() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT key_check FROM audit_head WHERE id = 1");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }

  private void remember(AuditKey begun) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE audit_head SET key_check = ? WHERE id = 1 AND key_check IS NULL")) {
      statement.setBytes(1, begun.check());
      statement.executeUpdate();
    }
  }

  /** Why this node has no key; empty when it has. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  AuditKey require() {
    AuditKey found = key;
    if (found == null) {
      throw new IllegalStateException(trouble);
    }
    return found;
  }
}
