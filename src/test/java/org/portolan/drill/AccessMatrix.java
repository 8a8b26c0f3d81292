package org.portolan.drill;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.portolan.platform.security.Token;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** Tries every action of the table as everybody, and compares what happens with what is written. */
final class AccessMatrix {
  private static final int AT_ONCE = 4;

  private final PackagedApplication application;
  private final DataSource database;
  private final Map<Holder, Map<Holder.When, Someone>> cast = new EnumMap<>(Holder.class);
  private final AtomicInteger tried = new AtomicInteger();

  /** Somebody with a browser's session and a personal token; a visitor has neither. */
  private record Someone(long id, String session, String token) {}

  /** What became of a try: it was done, or refused, or neither could be told. */
  private enum Outcome {
    DONE,
    REFUSED,
    UNCLEAR
  }

  AccessMatrix(PackagedApplication application, TestDatabase database) throws SQLException {
    this.application = application;
    this.database = database.dataSource();
    try (Records records = new Records(this.database)) {
      for (Holder holder : Holder.values()) {
        Map<Holder.When, Someone> ofHolder = new EnumMap<>(Holder.When.class);
        for (Holder.When when : holder.cases()) {
          ofHolder.put(when, someone(records, holder, when));
        }
        cast.put(holder, ofHolder);
      }
      records.keep();
    }
  }

  /** Gives everybody something of every kind, so that what they look at is not empty. */
  void furnish() throws SQLException {
    try (Records records = new Records(database)) {
      for (Map.Entry<Holder, Map<Holder.When, Someone>> each : cast.entrySet()) {
        for (Someone someone : each.getValue().values()) {
          new Placeholders(records, each.getKey(), someone.id()).makeAll();
        }
      }
      records.keep();
    }
  }

  int tried() {
    return tried.get();
  }

  /** What differs from the table, in words; empty when all is as written. */
  List<String> differences(AccessTable table, Predicate<AccessTable.Action> wanted)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<String>>> lines = new ArrayList<>();
      for (AccessTable.Action action : table.actions()) {
        if (wanted.test(action)) {
          lines.add(threads.submit(() -> differences(action)));
        }
      }
      List<String> differences = new ArrayList<>();
      for (Future<List<String>> line : lines) {
        differences.addAll(line.get());
      }
      return differences;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> differences(AccessTable.Action action) throws Exception {
    List<String> differences = new ArrayList<>();
    try (Records records = new Records(database)) {
      Map<Holder, Placeholders> shared = new EnumMap<>(Holder.class);
      for (Holder holder : Holder.values()) {
        for (Holder.When when : action.cases(holder)) {
          tried.incrementAndGet();
          compare(records, action, holder, when, shared).ifPresent(differences::add);
        }
      }
    }
    return differences;
  }

  private Optional<String> compare(
      Records records,
      AccessTable.Action action,
      Holder holder,
      Holder.When when,
      Map<Holder, Placeholders> shared)
      throws Exception {
    Someone someone = cast.get(holder).get(when);
    // what only is looked at may be looked at by all cases of a holder but for what is one's own
    boolean own = action.changes() || action.address().contains("{mine}");
    Placeholders values =
        own
            ? new Placeholders(records, holder, someone.id())
            : shared.computeIfAbsent(holder, any -> new Placeholders(records, any, 0));
    HttpRequest.Builder request = request(action, values, someone);
    String proof = values.filled(action.proof());
    records.keep();
    boolean expected = action.allows(holder, when);
    HttpResponse<String> answer;
    Outcome outcome;
    if (action.changes()) {
      String before = records.text(proof);
      answer = Clients.send(request);
      outcome = records.text(proof).equals(before) ? Outcome.REFUSED : Outcome.DONE;
    } else {
      answer = Clients.send(request);
      outcome = seen(answer, proof);
    }
    if (outcome == (expected ? Outcome.DONE : Outcome.REFUSED)
        && (expected || answer.statusCode() < 500)) {
      return Optional.empty();
    }
    return Optional.of(
        (expected ? "WRONG REFUSAL: " : outcome == Outcome.DONE ? "WRONG ALLOW: " : "UNCLEAR: ")
            + holder
            + " "
            + when
            + ", "
            + action
            + " -> "
            + answer.statusCode()
            + answer.headers().firstValue("Location").map(to -> " to " + to).orElse(""));
  }

  private static Outcome seen(HttpResponse<String> answer, String proof) {
    int status = answer.statusCode();
    boolean signIn =
        answer.headers().firstValue("Location").filter(to -> to.contains("/sign-in?")).isPresent();
    if (status == 401 || status == 403 || status == 404 || signIn) {
      return Outcome.REFUSED;
    }
    if (status >= 400) {
      return Outcome.UNCLEAR;
    }
    return proof.isEmpty() || answer.body().contains(proof.substring("contains ".length()))
        ? Outcome.DONE
        : Outcome.REFUSED;
  }

  private HttpRequest.Builder request(
      AccessTable.Action action, Placeholders values, Someone someone) {
    String address = values.filled(action.address());
    HttpRequest.Builder request = Clients.to(application.url(address));
    if (someone.id() != 0) {
      if (address.startsWith("/api/")) {
        request.header("Authorization", "Bearer " + someone.token());
      } else {
        request.header("Cookie", "__Host-portolan=" + someone.session());
      }
    }
    if (action.changes()) {
      boolean json = address.startsWith("/api/");
      if (json) {
        request.header("Idempotency-Key", UUID.randomUUID().toString());
      }
      request
          .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
          .POST(
              BodyPublishers.ofString(
                  json ? action.body() : values.filled(action.body(), AccessMatrix::encoded)));
    }
    return request;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Someone someone(Records records, Holder holder, Holder.When when) {
    if (holder == Holder.VISITOR) {
      return new Someone(0, null, null);
    }
    long person = records.person(Records.MEMBER);
    if (holder.office() != null) {
      give(records, holder, when, person);
    }
    Token session = Token.random("");
    records.signIn(person, session);
    Token token = Token.random("portolan_");
    records.token(person, token);
    return new Someone(person, session.secret(), token.secret());
  }

  private static void give(Records records, Holder holder, Holder.When when, long person) {
    String body = holder.body(when);
    Long principal =
        holder == Holder.DEPUTY
            ? records.mandate(
                holder.office(), holder.kind(), body, records.person(Records.MEMBER), null)
            : null;
    long mandate = records.mandate(holder.office(), holder.kind(), body, person, principal);
    String ended =
        "UPDATE mandate SET ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, to_day = from_day";
    if (holder == Holder.FORMER) {
      records.insert(
          ended
              + ", reads_until = UTC_TIMESTAMP(6) + INTERVAL "
              + (when == Holder.When.EXPIRED ? -1 : 60 * 24)
              + " MINUTE WHERE id = ?",
          mandate);
    } else if (when == Holder.When.EXPIRED) {
      // the deputy of somebody whose mandate is over stands in for nobody
      records.insert(ended + " WHERE id = ?", principal == null ? mandate : principal);
    }
    if (when == Holder.When.FUTURE) {
      records.insert(
          "UPDATE mandate SET from_day = '2036-01-01', starts_at = '2036-01-01', to_day = NULL,"
              + " ends_at = NULL, reads_until = NULL WHERE id = ?",
          mandate);
    }
  }
}
