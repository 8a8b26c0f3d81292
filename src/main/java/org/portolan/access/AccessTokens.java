package org.portolan.access;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.office.Right;
import org.portolan.office.Rights;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.security.TokenScope;
import org.portolan.platform.security.TokenSource;

/**
 * Reads whom a token stands for and what they hold, in two statements at most, and remembers it for
 * a few seconds: a page and what it fetches ask in quick succession. A token that ended elsewhere,
 * or a mandate that is over, works for those seconds at most. An account that another took the
 * place of is nobody's, whatever was made for it meanwhile.
 */
@ApplicationScoped
class AccessTokens implements TokenSource {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Grant ADMINISTRATOR = new Grant(Role.ADMIN, Scope.PLATFORM);
  private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(10);
  private static final String PERSON =
      "p.id, p.given_name, p.family_name, p.language, p.member_code,"
          // most people never had one: what they hold need not be asked for
          + " EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id) mandated";
  private static final String LIVING = " AND p.merged_into IS NULL";
  private static final String BY_SESSION =
      "SELECT t.last_seen_at, t.proved_at, t.strong, "
          + PERSON
          + ", t.acting_as, t.acting_until"
          + " FROM sign_in t JOIN person p ON p.id = t.person_id"
          + " WHERE t.token_hash = ? AND t.expires_at > ?"
          + LIVING;
  private static final String BY_ID =
      "SELECT NULL, NULL, ?, " + PERSON + " FROM person p WHERE p.id = ?";
  private static final String BY_PERSONAL_TOKEN =
      "SELECT NULL, NULL, EXISTS (SELECT 1 FROM authenticator a"
          + " WHERE a.person_id = t.person_id AND a.confirmed_at IS NOT NULL)"
          + " OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = t.person_id), "
          + PERSON
          + ", t.scopes, t.last_used_on"
          + " FROM api_token t JOIN person p ON p.id = t.person_id"
          + " WHERE t.token_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ?"
          + LIVING;

  private static final String ABSENT =
      "SELECT NULL, NULL, EXISTS (SELECT 1 FROM authenticator a"
          + " WHERE a.person_id = p.id AND a.confirmed_at IS NOT NULL)"
          + " OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id), "
          + PERSON
          + " FROM person p WHERE p.id IN (";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private JoinedDataSource joined;
  @Inject private Rights rights;
  @Inject private StrongRoles strongRoles;
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

  /**
   * People who are not there, by id; see {@link AbsentPeople}. Asked while something is written.
   */
  Map<Long, SignedIn> absent(Collection<Long> ids) {
    Map<Long, SignedIn> people = new HashMap<>();
    String asked = String.join(", ", ids.stream().map(String::valueOf).toList());
    try (Connection connection = joined.getConnection();
        PreparedStatement select = connection.prepareStatement(ABSENT + asked + ")" + LIVING);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        SignedIn person = person(rows, connection, false);
        people.put(person.personId(), person);
      }
      return people;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(String tokenHash) {
    sessions.invalidate(tokenHash);
    personal.invalidate(tokenHash);
  }

  private Optional<SignedIn> read(String sql, String hash, boolean byApiToken) {
    Instant now = clock.instant();
    LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, hash);
      select.setObject(2, moment);
      Optional<SignedIn> person;
      LocalDateTime lastSeen = null;
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        if (!byApiToken) {
          lastSeen = rows.getObject(1, LocalDateTime.class);
        } else if (!moment.toLocalDate().equals(rows.getObject("last_used_on", LocalDate.class))) {
          used(connection, hash, moment.toLocalDate());
        }
        SignedIn found = person(rows, connection, byApiToken);
        person = Optional.of(byApiToken ? found : acting(found, rows, connection, moment));
      }
      if (lastSeen != null && lastSeen.isBefore(moment.minus(SEEN_AGAIN_AFTER))) {
        seen(connection, hash, moment);
      }
      return person;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SignedIn person(ResultSet row, Connection connection, boolean byApiToken)
      throws SQLException {
    long id = row.getLong(4);
    boolean strong = row.getBoolean(3);
    LocalDateTime proved = row.getObject(2, LocalDateTime.class);
    return new SignedIn(
        id,
        row.getString(5) + " " + row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBoolean("mandated") ? grants(connection, id, strong) : Set.of(),
        byApiToken,
        null,
        byApiToken ? TokenScope.parse(row.getString("scopes")) : Set.of(TokenScope.values()),
        proved == null ? null : proved.toInstant(ZoneOffset.UTC));
  }

  private Set<Grant> grants(Connection connection, long person, boolean strong)
      throws SQLException {
    return rights.of(connection, person).stream()
        .map(Right::grant)
        .filter(grant -> strongRoles.works(grant, strong))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The day is enough: when exactly a program runs is nobody's business. */
  private static void used(Connection connection, String hash, LocalDate day) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE api_token SET last_used_on = ? WHERE token_hash = ?")) {
      update.setObject(1, day);
      update.setString(2, hash);
      update.executeUpdate();
    }
  }

  /** Whom an administrator acts as for now; whoever is no administrator any more acts as nobody. */
  private SignedIn acting(SignedIn owner, ResultSet row, Connection connection, LocalDateTime now)
      throws SQLException {
    LocalDateTime until = row.getObject("acting_until", LocalDateTime.class);
    if (until == null || !until.isAfter(now) || !owner.grants().contains(ADMINISTRATOR)) {
      return owner;
    }
    try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
      // the administrator showed who they are
      select.setBoolean(1, row.getBoolean(3));
      select.setLong(2, row.getLong("acting_as"));
      try (ResultSet other = select.executeQuery()) {
        other.next();
        SignedIn person = person(other, connection, false);
        // an administrator's power is never borrowed
        return person.grants().contains(ADMINISTRATOR) ? owner : person.behind(owner.personId());
      }
    }
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
