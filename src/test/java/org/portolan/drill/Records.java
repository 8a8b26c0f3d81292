package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.portolan.platform.security.Token;

/**
 * Makes the records that actions are tried on, each time new ones, straight in the database: all
 * belong to one region, Member and centre of the demo world.
 */
final class Records implements AutoCloseable {
  static final String MEMBER = "XS";
  static final String MEMBER_WITHOUT_COORDINATOR = "SL";
  static final String CENTRE = "DEMO-RTC-XS1";
  static final String REGION = "WCA";
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Connection connection;

  /** On a connection of its own: what one line of the table needs is kept at once. */
  Records(DataSource database) throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** A number that no other record bears. */
  int next() {
    return MADE.incrementAndGet();
  }

  void keep() throws SQLException {
    connection.commit();
  }

  /** Somebody with a second factor. */
  long guarded(String member) {
    long person = person(member);
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    insert(
        "INSERT INTO authenticator (person_id, secret, created_at, confirmed_at, last_step)"
            + " VALUES (?, ?, ?, ?, 0)",
        person,
        new byte[48],
        now,
        now);
    return person;
  }

  /** A centre of the region in which nobody directs anything. */
  String emptyCentre() {
    String code =
        text(
            "SELECT MIN(code) FROM body WHERE kind = 'RTC' AND demo = 0 AND region_code = '"
                + REGION
                + "'");
    insert(
        "UPDATE mandate SET ends_at = starts_at WHERE office = 'centre_director'"
            + " AND scope_code = ?",
        code);
    return code;
  }

  long person(String member) {
    String name = UUID.randomUUID().toString();
    return insert(
        "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
            + " version) VALUES (?, 'Matrix', ?, ?, ?, 'en', 'Inspector', 1)",
        "DEMO-M-" + name.substring(0, 18),
        name,
        name + "@demo.portolan.example",
        member);
  }

  long mandate(String office, String kind, String body, long person, Long deputyFor) {
    return insert(
        "INSERT INTO mandate (office, scope_kind, scope_code, person_id, deputy_for, from_day,"
            + " starts_at, version) VALUES (?, ?, ?, ?, ?, '2020-01-01', '2020-01-01', 1)",
        office,
        kind,
        body,
        person,
        deputyFor);
  }

  long signIn(long person, Token token) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return insert(
        "INSERT INTO sign_in (token_hash, person_id, created_at, last_seen_at, proved_at, expires_at,"
            + " agent) VALUES (?, ?, ?, ?, ?, ?, '')",
        token.hash(),
        person,
        now,
        now,
        // a drill may take longer than a proof counts
        now.plusHours(3),
        now.plusHours(4));
  }

  long accountRequest(String member, String surname) {
    // what waits longest comes first on the desk: the last made shall be among them
    LocalDateTime then = LocalDateTime.of(2021, 1, 1, 0, 0).minusMinutes(MADE.incrementAndGet());
    return insert(
        "INSERT INTO account_request (member_code, given_name, family_name, email, language, post,"
            + " reason, state, created_at, expires_at, confirmed_at, version)"
            + " VALUES (?, 'Ada', ?, ?, 'en', '', 'Our post.', 'waiting', ?, ?, ?, 1)",
        member,
        surname,
        UUID.randomUUID() + "@demo.portolan.example",
        then,
        then,
        then);
  }

  long move(long person, String to) {
    // what waits longest comes first on the desk: the last made shall be among them
    LocalDateTime then = LocalDateTime.of(2021, 1, 1, 0, 0).minusMinutes(MADE.incrementAndGet());
    return insert(
        "INSERT INTO administration_change (person_id, from_member, to_member, state, created_at,"
            + " version) VALUES (?, 'KE', ?, 'waiting', ?, 1)",
        person,
        to,
        then);
  }

  /** What an officer says they can, waiting to be confirmed. */
  long statement(long person) {
    // what waits longest comes first on the desk: the last made shall be among them
    LocalDateTime then = LocalDateTime.of(2021, 1, 1, 0, 0).minusMinutes(MADE.incrementAndGet());
    return insert(
        "INSERT INTO attainment (person_id, competency_code, source, level, on_day, recorded_at,"
            + " in_force, asked) VALUES (?, 'origin', 'own', 2, '2021-01-01', ?, 1, 1)",
        person,
        then);
  }

  /** One to which the new address has agreed. */
  long addressChange(long person) {
    // what waits longest comes first on the desk: the last made shall be among them
    LocalDateTime then = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(MADE.incrementAndGet());
    return insert(
        "INSERT INTO address_change (person_id, email, former_email, state, new_agreed, created_at,"
            + " expires_at, version) SELECT id, CONCAT('n', email), email, 'open', ?, ?, ?, 1"
            + " FROM person WHERE id = ?",
        then,
        then,
        LocalDateTime.now(ZoneOffset.UTC).plusHours(40),
        person);
  }

  /** One that is switched off. */
  long provider(String member) {
    return insert(
        "INSERT INTO identity_provider (member_code, name, issuer, client_id, strong_acr, active,"
            + " version) VALUES (?, 'Matrix', ?, 'matrix', '', 0, 1)",
        member,
        "https://" + UUID.randomUUID() + ".example");
  }

  long token(long person) {
    return token(person, Token.random(""));
  }

  long token(long person, Token token) {
    return insert(
        "INSERT INTO api_token (token_hash, person_id, name, created_at, expires_at)"
            + " VALUES (?, ?, 'matrix', ?, ?)",
        token.hash(),
        person,
        LocalDateTime.now(ZoneOffset.UTC),
        LocalDateTime.now(ZoneOffset.UTC).plusDays(1));
  }

  long session(String state) {
    return session(CENTRE, state, day());
  }

  /** A session that ended some months ago. */
  long endedSession() {
    return session(CENTRE, "published", day().minusMonths(8));
  }

  /** A draft that waits for the Regional Office. */
  long submittedSession() {
    long session = session("draft");
    insert("UPDATE training_session SET submitted_at = updated_at WHERE id = ?", session);
    return session;
  }

  /** A session without days. */
  long announcedSession() {
    long session = session("published");
    insert(
        "UPDATE training_session SET timing = 'undated', first_day = NULL, last_day = NULL,"
            + " day_start = NULL, day_end = NULL, starts_at = NULL, ends_at = NULL WHERE id = ?",
        session);
    return session;
  }

  /** A room of {@link #CENTRE} that is large enough for all of its sessions. */
  long resource() {
    return insert(
        "INSERT INTO resource (centre_code, region_code, kind, name, address, layouts, languages,"
            + " quantity, setup_minutes, clear_minutes, shared, retired, version) SELECT code,"
            + " region_code, 'room', ?, '', '', '', 1, 0, 0, 0, 0, 1 FROM body WHERE code = ?",
        "Room " + next(),
        CENTRE);
  }

  /** Words that visitors searched for in vain. */
  long search() {
    long words =
        insert(
            "INSERT INTO asked_words (mark, words, asked, last_on) VALUES (?, ?, 4, ?)",
            UUID.randomUUID().toString(),
            "words " + next(),
            LocalDate.now(ZoneOffset.UTC));
    insert(
        "INSERT INTO asked_tally (words_id, asked_on, language, region_code, asked, fruitless,"
            + " opened) VALUES (?, ?, 'en', '', 4, 4, 0)",
        words,
        LocalDate.now(ZoneOffset.UTC));
    return words;
  }

  /** That a Member used a practice, as somebody says. */
  long practiceUse(String member) {
    return insert(
        "INSERT INTO practice_use (practice_id, member_code, used_year, report, language,"
            + " reported_by, reported_at) SELECT id, ?, 2026, 'Adapted', 'en', ?, updated_at"
            + " FROM practice WHERE code = ?",
        member,
        person(member),
        practiceShown());
  }

  /** What somebody of a Member says of a practice. */
  long practiceComment(String practice, String member) {
    return insert(
        "INSERT INTO practice_comment (practice_id, person_id, words, language, said_at) SELECT id,"
            + " ?, 'Said', 'en', updated_at FROM practice WHERE code = ?",
        person(member),
        practice);
  }

  /** Something that somebody of a Member says is wrong with a practice. */
  long practiceProblem(String practice, String member) {
    return insert(
        "INSERT INTO practice_problem (practice_id, region_code, kind, words, person_id, told_at)"
            + " SELECT id, region_code, 'wrong', 'Wrong', ?, updated_at FROM practice WHERE code = ?",
        person(member),
        practice);
  }

  /** A pack at the desk of the region, of which the file is gone. */
  long packSent(String kind) {
    return insert(
        "INSERT INTO pack_import (kind, region_code, staged, file_name, size, begun_at)"
            + " VALUES (?, ?, ?, 'sent.zip', 9, ?)",
        kind,
        REGION,
        UUID.randomUUID().toString().replace("-", ""),
        LocalDateTime.now(ZoneOffset.UTC));
  }

  /** A collection of the region with one practice. */
  long collection(String state) {
    long id =
        insert(
            "INSERT INTO practice_collection (region_code, state, published_at, updated_at)"
                + " VALUES (?, ?, ?, ?)",
            REGION,
            state,
            LocalDateTime.now(ZoneOffset.UTC),
            LocalDateTime.now(ZoneOffset.UTC));
    insert(
        "INSERT INTO practice_collection_text (collection_id, language, title, words)"
            + " VALUES (?, 'en', 'Collected', '')",
        id);
    insert(
        "INSERT INTO practice_collection_item (collection_id, place, practice_id) SELECT ?, 1, id"
            + " FROM practice WHERE code = ?",
        id,
        practiceShown());
    return id;
  }

  /** Something that is missed in the region. */
  long need() {
    return insert(
        "INSERT INTO need_signal (kind, region_code, language, wording, times, source, state,"
            + " raised_on, heard_on) VALUES ('practice', ?, 'en', ?, 4, 'search', 'open', ?, ?)",
        REGION,
        "need " + next(),
        LocalDate.now(ZoneOffset.UTC),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** Somebody who has a seat in a session. */
  long seated(long session, long person, String member) {
    long application = application(session, person, member);
    LocalDateTime then = LocalDateTime.of(2021, 1, 2, 0, 0);
    insert("UPDATE application SET state = 'approved' WHERE id = ?", application);
    insert(
        "INSERT INTO seat_line (session_id, number, event, application_id, happened_at)"
            + " SELECT session_id, MAX(number) + 1, 'seated', ?, ? FROM seat_line"
            + " WHERE session_id = ? GROUP BY session_id",
        application,
        then,
        session);
    return person;
  }

  /** A draft that begins in some days. */
  long draftSession(String centre, int days) {
    return session(centre, "draft", LocalDateTime.now(ZoneOffset.UTC).toLocalDate().plusDays(days));
  }

  /** A proposal to {@link #CENTRE} and another centre of its region. */
  long jointProposal() {
    return insert(
        "INSERT INTO joint_proposal (region_code, lead_centre, other_centre, lead_draft,"
            + " other_draft, first_day, last_day, lead_seats, other_seats, lead_cost, cost_words,"
            + " note, state, proposed_by, proposed_at, version) VALUES (?, ?, 'DEMO-RTC-XS2', ?, ?,"
            + " ?, ?, 10, 10, 50, '', '', 'open', ?, UTC_TIMESTAMP(6), 1)",
        REGION,
        CENTRE,
        session(CENTRE, "draft", day()),
        session("DEMO-RTC-XS2", "draft", day()),
        day(),
        day(),
        person(MEMBER));
  }

  private long session(String centre, String state, java.time.LocalDate day) {
    long id =
        insert(
            "INSERT INTO training_session (code, course_id, centre_code, region_code, theme_code,"
                + " first_day, last_day, day_start, day_end, zone, starts_at, ends_at, venue, room,"
                + " seats, languages, approval, online, state, sequence_number, updated_at, version)"
                + " SELECT ?, course_id, centre_code, region_code, theme_code, ?, ?, day_start,"
                + " day_end, zone, ?, ?, venue, room, 20, languages, 'coordinator', online, ?, 0,"
                + " updated_at, 1 FROM training_session WHERE centre_code = ? ORDER BY id LIMIT 1",
            "DEMO-M-" + UUID.randomUUID().toString().substring(0, 18),
            day,
            day,
            day.atTime(9, 0),
            day.atTime(16, 0),
            state,
            centre);
    return id;
  }

  private static java.time.LocalDate day() {
    return LocalDateTime.now(ZoneOffset.UTC).toLocalDate().plusMonths(4);
  }

  long application(long session, long person, String member) {
    // what waits longest comes first on the desk: the last made shall be among them
    LocalDateTime then = LocalDateTime.of(2021, 1, 1, 0, 0).minusMinutes(MADE.incrementAndGet());
    long id =
        insert(
            "INSERT INTO application (session_id, person_id, member_code, state, group_codes,"
                + " motivation, applied_at, chain, asked, urgency, version)"
                + " VALUES (?, ?, ?, 'waiting', ?, 'Our post.', ?, 'coordinator', 'coordinator',"
                + " 'asked', 1)",
            session,
            person,
            member,
            "member:" + member,
            then);
    tell(session, id, "member:" + member, then);
    return id;
  }

  /** Writes an application into the ledger of its session, whose book follows from it. */
  private void tell(long session, long application, String groups, LocalDateTime then) {
    insert(
        "INSERT INTO seat_line (session_id, number, event, happened_at, detail)"
            + " SELECT s.id, 1, 'rules', ?, CONCAT('capacity=', s.seats, ' margin=0 queue=0"
            + " offer=PT0S quiet=PT0S starts=', DATE_FORMAT(s.starts_at, '%Y-%m-%dT%H:%i:%sZ'),"
            + " ' open=true') FROM training_session s WHERE s.id = ?"
            + " AND NOT EXISTS (SELECT 1 FROM seat_line l WHERE l.session_id = s.id)",
        then, session);
    insert(
        "INSERT INTO seat_line (session_id, number, event, application_id, happened_at, detail)"
            + " SELECT session_id, MAX(number) + 1, 'applied', ?, ?, ? FROM seat_line"
            + " WHERE session_id = ? GROUP BY session_id",
        application,
        then,
        groups,
        session);
    insert("DELETE FROM seat_book WHERE session_id = ?", session);
  }

  /** One of {@link #CENTRE} in the catalogue of its region, with all that it must say. */
  long course(String state) {
    long id =
        insert(
            "INSERT INTO course (code, centre_code, region_code, theme_code, level, mode, hours,"
                + " audience, state, version, updated_at) SELECT ?, ?, ?, MIN(code), 'basic',"
                + " 'workshop', 5, 'manager', ?, 1, ? FROM theme",
            "DEMO-M-" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(Locale.ROOT),
            CENTRE,
            REGION,
            state,
            LocalDateTime.now(ZoneOffset.UTC));
    insert(
        "INSERT INTO course_text (course_id, language, title, summary, body, version)"
            + " VALUES (?, 'en', 'Matrix', 'Matrix', 'Matrix', 1)",
        id);
    insert(
        "INSERT INTO course_competency (course_id, competency_code, level)"
            + " VALUES (?, 'integrity', 1)",
        id);
    return id;
  }

  String practice() {
    return draftPractice(REGION);
  }

  /** One that others handed in. */
  String practiceInReview() {
    String code = draftPractice(REGION);
    insert("UPDATE practice SET work_state = 'review' WHERE code = ?", code);
    return code;
  }

  /** One that readers see, with an earlier version. */
  String practiceShown() {
    String code = draftPractice(REGION);
    insert(
        "UPDATE practice SET state = 'published', edition = 2, published_at = updated_at"
            + " WHERE code = ?",
        code);
    insert(
        "INSERT INTO practice_version (practice_id, edition, content, published_at, note)"
            + " SELECT id, 1, CONCAT('{\"region\":\"', region_code, '\",\"theme\":\"', theme_code,"
            + " '\",\"year\":2026,\"texts\":[]}'), updated_at, '' FROM practice WHERE code = ?",
        code);
    return code;
  }

  /** One that readers see, of a practice; there is no content to it, but a picture. */
  long attachment(String practice) {
    long id =
        insert(
            "INSERT INTO attachment (practice_id, language, title, file_name, media_type, size,"
                + " stage, reading, picture_tag, added_at) SELECT id, 'en', 'Matrix', 'm.pdf',"
                + " 'application/pdf', 1, 'shown', 'wordless', 'first', updated_at FROM practice"
                + " WHERE code = ?",
            practice);
    insert("INSERT INTO attachment_picture (attachment_id, content) VALUES (?, 'drawn')", id);
    return id;
  }

  /** One that was put away. */
  String practiceArchived() {
    String code = practiceShown();
    insert("UPDATE practice SET state = 'archived', archived_at = updated_at WHERE code = ?", code);
    return code;
  }

  /** One that readers see while it is being written on. */
  String practiceChanging() {
    String code = practiceShown();
    insert("UPDATE practice SET work_state = 'writing' WHERE code = ?", code);
    return code;
  }

  String draftPractice(String region) {
    String code = "demo-m-" + UUID.randomUUID().toString().substring(0, 18);
    long id =
        insert(
            "INSERT INTO practice (code, region_code, theme_code, practice_year, state, updated_at,"
                + " version) SELECT ?, ?, MIN(code), 2026, 'draft', ?, 1 FROM theme",
            code,
            region,
            LocalDateTime.now(ZoneOffset.UTC));
    insert(
        "INSERT INTO practice_text (practice_id, language, title, summary, body, original)"
            + " VALUES (?, 'en', 'Draft', 'Draft', 'Draft', 1)",
        id);
    return code;
  }

  /** One that waits for an answer. */
  long invitation(String member, long by) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return insert(
        "INSERT INTO invitation (member_code, given_name, family_name, email, language, post, state,"
            + " invited_by, created_at, expires_at, version)"
            + " VALUES (?, 'Matrix', 'Guest', ?, 'en', 'Inspector', 'open', ?, ?, ?, 1)",
        member,
        UUID.randomUUID() + "@demo.portolan.example",
        by,
        now,
        now.plusDays(7));
  }

  long imported(long person) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return insert(
        "INSERT INTO exchange_import (kind, person_id, file_name, guessed, state, overwrite,"
            + " all_rows, done_rows, new_rows, changed_rows, stale_rows, same_rows, error_rows,"
            + " created_at, moved_at) VALUES ('people', ?, 'matrix.csv', FALSE, 'undone', FALSE,"
            + " 0, 0, 0, 0, 0, 0, 0, ?, ?)",
        person,
        now,
        now);
  }

  long letter() {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return insert(
        "INSERT INTO mail_letter (message_id, kind, to_address, language, subject, body_text,"
            + " secret, state, attempts, created_at, next_attempt_at)"
            + " VALUES (?, 'test', 'a@demo.portolan.example', 'en', 'Matrix', 'x', 0, 'failed', 1,"
            + " ?, ?)",
        UUID.randomUUID() + "@matrix",
        now,
        now);
  }

  String text(String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long insert(String sql, Object... values) {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
      try (ResultSet row = statement.getGeneratedKeys()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
