package org.portolan.platform.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;

/**
 * What has served its purpose is forgotten when its period is over and not a moment earlier. The
 * clock stands in a year before all other tests, whose records stay out of this.
 */
@ArquillianTest
class RetentionIT {
  private static final int BATCH = 500;

  private static final Instant NOW = Instant.parse("2011-06-15T03:00:00Z");
  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  @Inject @Any private Instance<RetentionRule> rules;
  @Inject private Forgetting forgetting;
  @Inject private RetentionDesk desk;
  @Inject private Scenario scenario;

  private long person;

  @BeforeEach
  void begin() {
    person = scenario.officer(Scenario.MEMBER);
    // whatever another test planted and left
    forgetting.run(all(), NOW);
    scenario.sql("DELETE FROM retention_run");
  }

  @Test
  void eachKindForgetsExactlyWhatIsOlderThanItsPeriod() {
    Map<String, Kind> kinds = kinds();
    assertThat(all().stream().map(RetentionRule::kind))
        .containsExactlyInAnyOrderElementsOf(kinds.keySet());
    for (RetentionRule rule : all()) {
      LocalDateTime border = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).minus(rule.usual());
      Kind kind = kinds.get(rule.kind());
      kind.plant().at(SQL.format(border.minusNanos(1_000)), "old");
      kind.plant().at(SQL.format(border), "young");
      kind.plant().at("2090-01-01", "to come");
      assertThat(scenario.number(kind.left(), person)).as(rule.kind()).isEqualTo(3);
    }

    Map<String, Integer> forgotten = forgetting.run(all(), NOW);

    for (RetentionRule rule : all()) {
      assertThat(scenario.number(kinds.get(rule.kind()).left(), person))
          .as(rule.kind())
          .isEqualTo(2);
      assertThat(forgotten.get(rule.kind())).as(rule.kind()).isEqualTo(1);
      assertThat(
              scenario.text(
                  "SELECT changes FROM audit_entry WHERE action = 'retention.enforced'"
                      + " AND kind = 'retention' AND record_id = '"
                      + rule.kind()
                      + "' ORDER BY id DESC LIMIT 1"))
          .as(rule.kind())
          .contains("\"forgotten\"", "\"1\"");
    }
    assertThat(scenario.number("SELECT COUNT(*) FROM application WHERE person_id = ?", person))
        .as("applications stay")
        .isEqualTo(3);
  }

  @Test
  void whatWaitsOrIsUnansweredStaysHoweverOldItIs() {
    letter("2001-01-01", "waiting");
    scenario.sql(
        "INSERT INTO erasure_request (person_id, state, asked_at, due_at) VALUES ("
            + person
            + ", 'asked', '2001-01-01', '2001-01-08')");
    forgetting.run(all(), NOW);
    assertThat(scenario.number("SELECT COUNT(*) FROM mail_letter WHERE person_id = ?", person))
        .isEqualTo(1);
    assertThat(scenario.number("SELECT COUNT(*) FROM erasure_request WHERE person_id = ?", person))
        .isEqualTo(1);
    scenario.sql("DELETE FROM erasure_request WHERE person_id = " + person);
  }

  @Test
  void wordsOfThoseWhoWaitGoWhereAStandingEditionIsCancelled() {
    long waits = waiting("published");
    long waited = waiting("cancelled");
    forgetting.run(List.of(rule("motivations")), NOW);
    assertThat(scenario.text("SELECT motivation FROM application WHERE session_id = " + waited))
        .isEmpty();
    assertThat(scenario.text("SELECT motivation FROM application WHERE session_id = " + waits))
        .isEqualTo("Ours.");
  }

  private long waiting(String sessionState) {
    long session = scenario.session(5, Chain.COORDINATOR);
    scenario.sql(
        "UPDATE training_session SET timing = 'standing', first_day = NULL, last_day = NULL,"
            + " day_start = NULL, day_end = NULL,"
            + " starts_at = NULL, ends_at = NULL, state = '"
            + sessionState
            + "' WHERE id = "
            + session);
    scenario.sql(
        "INSERT INTO application (session_id, person_id, member_code, state, motivation,"
            + " applied_at, version) VALUES ("
            + values(session, person, "XS", "waiting", "Ours.", "2000-01-01", 1));
    return session;
  }

  @Test
  void thereIsOneRunADayWhicheverNodeComes() {
    assertThat(forgetting.run(all(), NOW)).hasSameSizeAs(all());
    letter("2001-01-01", "sent");
    assertThat(forgetting.run(all(), NOW.plusSeconds(3600))).isEmpty();
    assertThat(forgetting.run(all(), NOW.plusSeconds(24 * 3600))).containsEntry("letters", 1);
  }

  @Test
  void batchesAreBoundedAndAllIsForgotten() {
    String values =
        IntStream.range(0, BATCH + 7)
            .mapToObj(i -> "(" + person + ", 'x', '" + i + "', 'x', 200, '', '2001-01-01')")
            .collect(Collectors.joining(", "));
    scenario.sql(
        "INSERT INTO idempotency_key (person_id, route, idem_key, body_hash, status, answer,"
            + " created_at) VALUES "
            + values);
    Batches batches = new Batches(rule("answers"));
    assertThat(forgetting.run(List.of(batches), NOW)).containsEntry("answers", BATCH + 7);
    assertThat(batches.sizes).containsExactly(BATCH, 7);
  }

  @Test
  void aKindThatFailsKeepsNoOtherAndIsShown() {
    letter("2001-01-01", "sent");
    Map<String, Integer> forgotten =
        forgetting.run(List.of(new Failing(), rule("letters"), rule("tokens")), NOW);
    assertThat(forgotten).containsEntry("letters", 1).containsEntry("tokens", 0);
    scenario.asAdministrator();
    assertThat(desk.list())
        .filteredOn(kind -> kind.kind().equals("answers"))
        .singleElement()
        .satisfies(
            kind -> {
              assertThat(kind.failed()).isTrue();
              assertThat(kind.forgotten()).isZero();
            });
  }

  @Test
  void theSecretariatSeesPeriodsAndTheLastRunInOneStatement() throws Exception {
    letter("2001-01-01", "sent");
    forgetting.run(all(), NOW);
    scenario.asAdministrator();
    assertThat(desk.list())
        .hasSameSizeAs(all())
        .filteredOn(kind -> kind.kind().equals("letters"))
        .singleElement()
        .satisfies(
            kind -> {
              assertThat(kind.period().length()).isEqualTo(Period.ofDays(180));
              assertThat(kind.given()).isFalse();
              assertThat(kind.least()).isEqualTo(Period.ofDays(30));
              assertThat(kind.lookedAt()).isEqualTo(NOW);
              assertThat(kind.forgotten()).isEqualTo(1);
              assertThat(kind.failed()).isFalse();
            });
    assertThat(Statements.of(desk::list)).hasSize(1);
  }

  @Test
  void nobodyElseSeesThem() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> desk.list()).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> desk.list()).isInstanceOf(NotSignedIn.class);
  }

  private List<RetentionRule> all() {
    return rules.stream().toList();
  }

  private RetentionRule rule(String kind) {
    return all().stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
  }

  private interface Plant {
    void at(String moment, String name);
  }

  private record Kind(Plant plant, String left) {}

  private Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>(others());
    kinds.put(
        "session-messages",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO session_message (session_id, sent_by, subject, body, receivers,"
                        + " sent_at) SELECT MIN(id), "
                        + values(person, "x", "x", 1, at).replace(")", "")
                        + " FROM training_session"),
            "SELECT COUNT(*) FROM session_message WHERE sent_by = ?"));
    kinds.put(
        "attendance",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO attendance_mark (marked_by, mark_id, half_day, state, device,"
                        + " counter, device_millis, previous_hash, hash, marked_at, received_at,"
                        + " session_id) SELECT "
                        + values(
                                person,
                                UUID.randomUUID(),
                                "2000-01-01-am",
                                "late",
                                UUID.randomUUID(),
                                1,
                                1,
                                "",
                                hash(),
                                at,
                                at)
                            .replace(")", "")
                        + ", MIN(id) FROM training_session"),
            "SELECT COUNT(*) FROM attendance_mark WHERE marked_by = ?"));
    kinds.put(
        "attendance-guests",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO attendance_guest (registered_by, id, name, administration, email,"
                        + " registered_at, session_id) SELECT "
                        + values(person, UUID.randomUUID(), "x", "x", "", at).replace(")", "")
                        + ", MIN(id) FROM training_session"),
            "SELECT COUNT(*) FROM attendance_guest WHERE registered_by = ?"));
    kinds.put(
        "attendance-signatures",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO attendance_signature (signed_by, name, signed_at, digest,"
                        + " session_id) SELECT "
                        + values(person, "x", at, hash()).replace(")", "")
                        + ", MIN(id) FROM training_session"),
            "SELECT COUNT(*) FROM attendance_signature WHERE signed_by = ?"));
    kinds.put(
        "online-rooms",
        new Kind(
            (at, name) -> {
              long session = scenario.session(4, Chain.NONE);
              scenario.sql(
                  "UPDATE training_session SET starts_at = '2000-01-01', ends_at = '"
                      + at
                      + "' WHERE id = "
                      + session);
              scenario.sql(
                  "INSERT INTO online_room (changed_by, session_id, access_note, changed_at, version)"
                      + " VALUES ("
                      + values(person, session, "x", at, 1));
            },
            "SELECT COUNT(*) FROM online_room WHERE changed_by = ?"));
    kinds.put(
        "calendar-replies",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO calendar_reply (from_address, subject, reason, received_at)"
                        + " VALUES ("
                        + values("x", person, "unknown", at)),
            "SELECT COUNT(*) FROM calendar_reply WHERE subject = ?"));
    kinds.put(
        "travel-data",
        new Kind(
            (at, name) -> travel(at),
            "SELECT COUNT(*) FROM travel_record WHERE sealed = CONCAT('test/', ?)"));
    kinds.put(
        "file-pieces",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO attachment_upload (practice_id, id, begun_by, language, title,"
                        + " file_name, size, stamp, received, touched_at) SELECT MIN(id), "
                        + values(hash().substring(0, 32), person, "en", "x", "x.pdf", 9, 1, 5, at)
                            .replace(")", " FROM practice")),
            "SELECT COUNT(*) FROM attachment_upload WHERE begun_by = ?"));
    kinds.put(
        "packs",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO pack_import (region_code, staged, file_name, size, begun_at)"
                        + " VALUES ("
                        + values("WCA", hash().substring(0, 32), "test/" + person, 9, at)),
            "SELECT COUNT(*) FROM pack_import WHERE file_name = CONCAT('test/', ?)"));
    kinds.put(
        "unused-files",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO stored_file (hash, size, media_type, pages, scanned, touched_at)"
                        + " VALUES ("
                        + values(hash(), 1, "test/" + person, 1, 0, at)),
            "SELECT COUNT(*) FROM stored_file WHERE media_type = CONCAT('test/', ?)"));
    kinds.put(
        "address-changes",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO address_change (person_id, email, former_email, state, created_at,"
                        + " expires_at, version) VALUES ("
                        + values(person, name, name, "done", "2000-01-01", at, 1)),
            "SELECT COUNT(*) FROM address_change WHERE person_id = ?"));
    kinds.put(
        "administration-changes",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO administration_change (person_id, to_member, state, created_at,"
                        + " decided_at, version) VALUES ("
                        + values(person, "XN", "refused", "2000-01-01", at, 1)),
            "SELECT COUNT(*) FROM administration_change WHERE person_id = ?"));
    kinds.put(
        "unconfirmed-requests",
        new Kind(
            (at, name) -> request("asked", at, "2000-01-01"),
            "SELECT COUNT(*) FROM account_request WHERE state = 'asked' AND decided_by = ?"));
    kinds.put(
        "account-requests",
        new Kind(
            (at, name) -> request("refused", "2000-01-01", at),
            "SELECT COUNT(*) FROM account_request WHERE state = 'refused' AND decided_by = ?"));
    kinds.put(
        "undecided-requests",
        new Kind(
            (at, name) -> request("waiting", "2000-01-01", at),
            "SELECT COUNT(*) FROM account_request WHERE state = 'waiting' AND decided_by = ?"));
    kinds.put(
        "nominations",
        new Kind(
            (at, name) -> nomination(at),
            "SELECT COUNT(*) FROM nomination WHERE reason <> '' AND sent_by = ?"));
    return kinds;
  }

  private void nomination(String sessionEnded) {
    long session = scenario.session(5, Chain.COORDINATOR);
    scenario.sql(
        "UPDATE training_session SET starts_at = '2000-01-01', ends_at = '"
            + sessionEnded
            + "' WHERE id = "
            + session);
    scenario.sql(
        "INSERT INTO nomination (session_id, member_code, reason, sent_by, unnamed, version)"
            + " VALUES ("
            + values(session, "XS", "Ours.", person, 0, 1));
  }

  private void request(String state, String expires, String decided) {
    scenario.sql(
        "INSERT INTO account_request (member_code, given_name, family_name, email, language, post,"
            + " reason, state, decided_by, created_at, expires_at, decided_at, confirmed_at, version)"
            + " VALUES ("
            + values("XS", "A", "B", hash(), "en", "", "x", state, person, "2000-01-01", expires)
                .replaceFirst("\\)$", ", ")
            + (state.equals("refused") ? "'" + decided + "'" : "NULL")
            + (state.equals("waiting") ? ", '" + decided + "'" : ", NULL")
            + ", 1)");
  }

  private Map<String, Kind> others() {
    Map<String, Kind> kinds =
        new HashMap<>(
            Map.of(
                "sign-ins",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO sign_in (token_hash, person_id, created_at, last_seen_at,"
                                + " expires_at, agent, proved_at) VALUES ("
                                + values(hash(), person, "2000-01-01", "2000-01-01", at, name, at)),
                    "SELECT COUNT(*) FROM sign_in WHERE person_id = ?"),
                "links",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO recovery (token_hash, person_id, expires_at) VALUES ("
                                + values(hash(), person, at)),
                    "SELECT COUNT(*) FROM recovery WHERE person_id = ?"),
                "tokens",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO api_token (token_hash, person_id, name, created_at, expires_at)"
                                + " VALUES ("
                                + values(hash(), person, name, "2000-01-01", at)),
                    "SELECT COUNT(*) FROM api_token WHERE person_id = ?"),
                "invitations",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO invitation (member_code, given_name, family_name, email, language,"
                                + " post, state, invited_by, created_at, expires_at, version) VALUES ("
                                + values(
                                    "XS", "A", name, hash(), "en", "", "open", person, at, at, 1)),
                    "SELECT COUNT(*) FROM invitation WHERE invited_by = ?"),
                "erasure-requests",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO erasure_request (person_id, state, asked_at, due_at, ended_at)"
                                + " VALUES ("
                                + values(person, "taken_back", "2000-01-01", "2000-01-08", at)),
                    "SELECT COUNT(*) FROM erasure_request WHERE person_id = ?"),
                "letters",
                new Kind(
                    (at, name) -> letter(at, "sent"),
                    "SELECT COUNT(*) FROM mail_letter WHERE person_id = ?"),
                "answers",
                new Kind(
                    (at, name) ->
                        scenario.sql(
                            "INSERT INTO idempotency_key (person_id, route, idem_key, body_hash, status,"
                                + " answer, created_at) VALUES ("
                                + values(person, "x", name, "x", 200, "", at)),
                    "SELECT COUNT(*) FROM idempotency_key WHERE person_id = ?"),
                "imports",
                new Kind(
                    (at, name) -> imported("applied", at, "'" + at + "'"),
                    "SELECT COUNT(*) FROM exchange_import WHERE state = 'applied' AND person_id = ?"),
                "uploads",
                new Kind(
                    (at, name) -> imported("checked", at, "NULL"),
                    "SELECT COUNT(*) FROM exchange_import WHERE state = 'checked' AND person_id = ?"),
                "motivations",
                new Kind(
                    (at, name) -> application(at),
                    "SELECT COUNT(*) FROM application a JOIN application_step p ON p.application_id = a.id"
                        + " WHERE a.motivation <> '' AND a.reason IS NOT NULL AND p.reason IS NOT NULL"
                        + " AND a.person_id = ?")));
    kinds.put(
        "interests",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO session_interest (session_id, person_id, said_at) VALUES ("
                        + values(scenario.session(5, Chain.NONE), person, at)),
            "SELECT COUNT(*) FROM session_interest WHERE person_id = ?"));
    kinds.put(
        "search-words",
        new Kind(
            (at, name) ->
                scenario.sql(
                    "INSERT INTO asked_words (answer, answered_on, mark, asked, last_on) VALUES"
                        + " ('none', FROM_DAYS("
                        + (700_000 + person)
                        + "), "
                        + values(hash(), 1).replace(")", ", ")
                        + dayOf(at)
                        + ")"),
            "SELECT COUNT(*) FROM asked_words WHERE answered_on = FROM_DAYS(700000 + ?)"));
    kinds.put(
        "searches",
        new Kind(
            (at, name) -> {
              String mark = hash();
              scenario.sql(
                  "INSERT INTO asked_words (mark, asked, last_on) VALUES ("
                      + values(mark, 1, "2090-01-01"));
              scenario.sql(
                  "INSERT INTO asked_tally (words_id, asked_on, language, region_code, asked,"
                      + " fruitless, opened) SELECT id, "
                      + dayOf(at)
                      + ", 'en', '', "
                      + person
                      + ", 0, 0 FROM asked_words WHERE mark = '"
                      + mark
                      + "'");
            },
            "SELECT COUNT(*) FROM asked_tally WHERE asked = ?"));
    return kinds;
  }

  /** A day as these tests count it: it begins with the hour of the run. */
  private static String dayOf(String at) {
    return "DATE(TIMESTAMP('" + at + "') - INTERVAL 3 HOUR)";
  }

  private void imported(String state, String moved, String applied) {
    scenario.sql(
        "INSERT INTO exchange_import (kind, person_id, file_name, guessed, state, overwrite,"
            + " all_rows, done_rows, new_rows, changed_rows, stale_rows, same_rows, error_rows,"
            + " created_at, moved_at, applied_at) VALUES ('people', "
            + person
            + ", 'x.csv', 0, '"
            + state
            + "', 0, 0, 0, 0, 0, 0, 0, 0, '2000-01-01', '"
            + moved
            + "', "
            + applied
            + ")");
  }

  private void letter(String created, String state) {
    scenario.sql(
        "INSERT INTO mail_letter (message_id, kind, to_address, person_id, language, subject,"
            + " secret, state, attempts, created_at, next_attempt_at) VALUES ("
            + values(
                hash(), "test", "a@x.example", person, "en", "Old", 0, state, 1, created, created));
  }

  private void travel(String sessionEnded) {
    long session = scenario.session(5, Chain.COORDINATOR);
    long officer = scenario.officer("XS");
    scenario.sql(
        "UPDATE training_session SET starts_at = '2000-01-01', ends_at = '"
            + sessionEnded
            + "' WHERE id = "
            + session);
    scenario.sql(
        "INSERT INTO application (session_id, person_id, member_code, state, motivation,"
            + " applied_at, version) VALUES ("
            + values(session, officer, "XS", "approved", "", "2000-01-01", 1));
    scenario.sql(
        "INSERT INTO travel_record (application_id, sealed, told_at) SELECT id, 'test/"
            + person
            + "', '2000-01-01' FROM application WHERE session_id = "
            + session);
  }

  private void application(String sessionEnded) {
    long session = scenario.session(5, Chain.COORDINATOR);
    scenario.sql(
        "UPDATE training_session SET starts_at = '2000-01-01', ends_at = '"
            + sessionEnded
            + "' WHERE id = "
            + session);
    scenario.sql(
        "INSERT INTO application (session_id, person_id, member_code, state, motivation, reason,"
            + " applied_at, version) VALUES ("
            + values(session, person, "XS", "refused", "Ours.", "No.", "2000-01-01", 1));
    scenario.sql(
        "INSERT INTO application_step (application_id, state, reason, happened_at)"
            + " SELECT id, 'refused', 'No.', '2000-01-01' FROM application WHERE session_id = "
            + session);
  }

  private static String hash() {
    return UUID.randomUUID().toString().replace("-", "").repeat(2);
  }

  private static String values(Object... values) {
    return List.of(values).stream()
            .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static final class Batches implements RetentionRule {
    private final RetentionRule rule;
    private final List<Integer> sizes = new ArrayList<>();

    Batches(RetentionRule rule) {
      this.rule = rule;
    }

    @Override
    public String kind() {
      return rule.kind();
    }

    @Override
    public Period usual() {
      return rule.usual();
    }

    @Override
    public Period least() {
      return rule.least();
    }

    @Override
    public int forget(Instant before, int most) {
      sizes.add(rule.forget(before, most));
      return sizes.get(sizes.size() - 1);
    }
  }

  private static final class Failing implements RetentionRule {
    @Override
    public String kind() {
      return "answers";
    }

    @Override
    public Period usual() {
      return Period.ofDays(1);
    }

    @Override
    public Period least() {
      return Period.ofDays(1);
    }

    @Override
    public int forget(Instant before, int most) {
      throw new IllegalStateException("planted");
    }
  }
}
