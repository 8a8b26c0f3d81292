package org.portolan.access;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.security.Token;

/**
 * The password of the demo world's people. They all share one and one hash of it: a hash each would
 * take minutes.
 */
@ApplicationScoped
class DemoPasswords {
  private static final Logger LOG = Logger.getLogger(DemoPasswords.class.getName());
  private static final String HASH = "people.demo-password";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Installation installation;
  @Inject private StoredSettings settings;
  @Inject private PasswordHashing hashing;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(220) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO password (person_id, hash, changed_at)"
                    + " SELECT id, ?, ? FROM person WHERE code LIKE 'DEMO-P-%'"
                    + " ON DUPLICATE KEY UPDATE hash = VALUES(hash)")) {
      write.setString(1, hash());
      write.setObject(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The operator's password if there is one; else one made at the first load and said once. */
  private String hash() {
    Optional<String> stored = settings.find(HASH);
    Optional<String> wanted = installation.demoPassword().filter(password -> !password.isBlank());
    if (stored.isPresent()
        && wanted.map(password -> hashing.matches(password, stored.get())).orElse(true)) {
      return stored.get();
    }
    String password = wanted.orElseGet(DemoPasswords::say);
    String hash = hashing.hash(password);
    settings.put(HASH, hash);
    return hash;
  }

  private static String say() {
    String password = Token.random("").secret().substring(0, 14);
    LOG.info(
        () ->
            "The password of every account of the demo world is "
                + password
                + " (said this once; PORTOLAN_DEMO_PASSWORD sets another)");
    return password;
  }
}
