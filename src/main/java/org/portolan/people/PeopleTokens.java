package org.portolan.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.security.TokenSource;

/**
 * Reads whom a token stands for and what they hold, in one statement, and remembers it for a few
 * seconds: a page and what it fetches ask in quick succession. A token that ended elsewhere, or a
 * role taken away, works for those seconds at most.
 */
@ApplicationScoped
class PeopleTokens implements TokenSource {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(10);
  private static final String PERSON =
      "p.id, p.given_name, p.family_name, p.language, p.member_code,"
          + " g.role, g.scope_kind, g.scope_code";
  private static final String GRANTS =
      " JOIN person p ON p.id = t.person_id LEFT JOIN role_grant g ON g.person_id = p.id"
          + " AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)";
  private static final String BY_SESSION =
      "SELECT t.last_seen_at, "
          + PERSON
          + " FROM sign_in t"
          + GRANTS
          + " WHERE t.token_hash = ? AND t.expires_at > ?";
  private static final String BY_PERSONAL_TOKEN =
      "SELECT NULL, "
          + PERSON
          + " FROM api_token t"
          + GRANTS
          + " WHERE t.token_hash = ? AND t.revoked_at IS NULL";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Clock clock;

  private final Cache<String, Optional<SignedIn>> sessions = cache();
  private final Cache<String, Optional<SignedIn>> personal = cache();

  private static Cache<String, Optional<SignedIn>> cache() {
    return Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(20_000).build();
  }

  @Override
  public Optional<SignedIn> findBySession(String tokenHash) {
    return sessions.get(tokenHash, hash -> read(BY_SESSION, hash, false));
  }

  @Override
  public Optional<SignedIn> findByPersonalToken(String tokenHash) {
    return personal.get(tokenHash, hash -> read(BY_PERSONAL_TOKEN, hash, true));
  }

  void forget(String tokenHash) {
    sessions.invalidate(tokenHash);
    personal.invalidate(tokenHash);
  }

  private Optional<SignedIn> read(String sql, String hash, boolean byApiToken) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, today);
      select.setObject(2, today);
      select.setString(3, hash);
      if (!byApiToken) {
        select.setObject(4, moment);
      }
      Optional<SignedIn> person;
      LocalDateTime lastSeen = null;
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        if (!byApiToken) {
          lastSeen = rows.getObject(1, LocalDateTime.class);
        }
        person = Optional.of(person(rows, byApiToken));
      }
      if (lastSeen != null && lastSeen.isBefore(moment.minus(SEEN_AGAIN_AFTER))) {
        seen(connection, hash, moment);
      }
      return person;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedIn person(ResultSet rows, boolean byApiToken) throws SQLException {
    long id = rows.getLong(2);
    String name = rows.getString(3) + " " + rows.getString(4);
    String language = rows.getString(5);
    String member = rows.getString(6);
    Set<Grant> grants = new HashSet<>();
    do {
      String role = rows.getString(7);
      if (role != null) {
        grants.add(
            new Grant(
                Role.valueOf(role.toUpperCase(Locale.ROOT)),
                new Scope(
                    Scope.Kind.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)),
                    rows.getString(9))));
      }
    } while (rows.next());
    return new SignedIn(id, name, language, member, Set.copyOf(grants), byApiToken);
  }

  private static void seen(Connection connection, String hash, LocalDateTime now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE sign_in SET last_seen_at = ? WHERE token_hash = ?")) {
      update.setObject(1, now);
      update.setString(2, hash);
      update.executeUpdate();
    }
  }
}
