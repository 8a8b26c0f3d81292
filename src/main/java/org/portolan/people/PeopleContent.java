package org.portolan.people;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Token;
import org.portolan.platform.storage.ContentLibrary;

/**
 * The people of the demo world. They all share one password and one hash of it: a hash each would
 * take minutes.
 */
@ApplicationScoped
class PeopleContent {
  private static final Logger LOG = Logger.getLogger(PeopleContent.class.getName());
  private static final String HASH = "people.demo-password";
  private static final String FILE = "sample/people.csv";
  private static final String FROM_DAY = "2020-01-01";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private StoredSettings settings;
  @Inject private PasswordHashing hashing;

  @Transactional
  void load(@Observes @Priority(200) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    List<NamedCsvRecord> people = content.rows(FILE);
    String hash = passwordHash();
    Rows persons =
        Rows.into("person", "code")
            .columns("code", "given_name", "family_name", "email", "member_code", "language")
            .columns("post", "password_hash", "version");
    for (NamedCsvRecord row : people) {
      persons.addNamed(
          column ->
              switch (column) {
                case "given_name" -> row.getField("given");
                case "family_name" -> row.getField("family");
                case "member_code" -> row.getField("member");
                case "password_hash" -> hash;
                case "version" -> "1";
                default -> row.getField(column);
              });
    }
    persons.upsert(dataSource);

    Map<String, Long> ids = ids();
    Rows grants =
        Rows.into("role_grant", "person_id")
            .columns("person_id", "role", "scope_kind", "scope_code", "from_day");
    for (NamedCsvRecord row : people) {
      for (Grant grant : GrantCode.parseAll(row.getField("roles"))) {
        grants.add(
            ids.get(row.getField("code")),
            grant.role().code(),
            grant.scope().kind().code(),
            grant.scope().code(),
            FROM_DAY);
      }
    }
    grants.upsert(dataSource);
  }

  /** The operator's password if there is one; else one made at the first load and said once. */
  private String passwordHash() {
    Optional<String> stored = settings.find(HASH);
    Optional<String> wanted = installation.demoPassword().filter(password -> !password.isBlank());
    if (stored.isPresent()
        && wanted.map(password -> hashing.matches(password, stored.get())).orElse(true)) {
      return stored.get();
    }
    String password = wanted.orElseGet(PeopleContent::say);
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

  private Map<String, Long> ids() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT code, id FROM person");
        ResultSet rows = select.executeQuery()) {
      Map<String, Long> ids = new HashMap<>();
      while (rows.next()) {
        ids.put(rows.getString(1), rows.getLong(2));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
