package org.portolan.drill;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.drill.HotSessions.Officer;
import org.portolan.drill.SeatAct.Kind;
import org.portolan.drill.SeatAct.Outcome;
import org.portolan.drill.SeatAct.Try;
import org.portolan.running.PackagedApplication;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/**
 * Sixty-four clients that apply, decide, withdraw and answer offers as long as they are let, each
 * for officers of its own, and note what they were told; and two that plan the sessions meanwhile,
 * for their centre. Whoever is told nothing asks again until somebody answers.
 */
final class SeatClients {
  static final int CLIENTS = 64;
  static final int OFFICERS = 2 * CLIENTS;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([\\w-]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HotSessions hot;
  private final IntFunction<PackagedApplication> node;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(CLIENTS + HotSessions.PLANNERS);
  private final List<Future<?>> running = new ArrayList<>();
  private final Queue<SeatAct> history = new ConcurrentLinkedQueue<>();
  private final Queue<Decision> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<String> strange = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile Instant over = Instant.MAX;

  /** An application on which somebody has to decide. */
  private record Decision(long application, long session, Officer officer) {}

  /** What a client believes of one officer and one session. */
  private enum Belief {
    NOTHING,
    WAITING,
    QUEUED,
    APPROVED,
    /** Somebody else may have changed it. */
    UNSURE,
    REFUSED
  }

  private static final class View {
    private final long session;
    private final Officer officer;
    private Belief belief = Belief.NOTHING;
    private long application;
    private SeatAct last;

    View(long session, Officer officer) {
      this.session = session;
      this.officer = officer;
    }
  }

  private SeatClients(HotSessions hot, IntFunction<PackagedApplication> node) {
    this.hot = hot;
    this.node = node;
  }

  /**
   * Lets them begin.
   *
   * @param node the one that serves a client now
   */
  static SeatClients start(HotSessions hot, IntFunction<PackagedApplication> node) {
    SeatClients clients = new SeatClients(hot, node);
    for (int i = 0; i < CLIENTS; i++) {
      clients.running.add(clients.threads.submit(clients.new Client(i)));
    }
    for (int i = 0; i < HotSessions.PLANNERS; i++) {
      clients.running.add(clients.threads.submit(clients.new Planner(i)));
    }
    return clients;
  }

  /** How many acts were acknowledged so far. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** Waits until so many more were acknowledged. */
  void awaitMore(int more) throws InterruptedException {
    int wanted = acknowledged.get() + more;
    Instant limit = Instant.now().plus(PATIENCE.multipliedBy(2));
    while (acknowledged.get() < wanted) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("only " + acknowledged + " acts of " + wanted);
      }
      Thread.sleep(2);
    }
  }

  /** Waits until of every kind so many were acknowledged, and so many were refused. */
  void awaitEach(int wanted) throws InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE.multipliedBy(2));
    while (history.stream().filter(act -> !act.possible()).count() < wanted
        || !Arrays.stream(Kind.values()).allMatch(kind -> acknowledged(kind) >= wanted)) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("only " + counts(List.copyOf(history)));
      }
      Thread.sleep(100);
    }
  }

  private long acknowledged(Kind kind) {
    return history.stream().filter(act -> act.kind() == kind && act.acknowledged()).count();
  }

  /** Lets them end what they began; everything that was asked, and every answer. */
  List<SeatAct> stop() throws InterruptedException, ExecutionException {
    over = Instant.now();
    try {
      for (Future<?> client : running) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(history);
  }

  /** Answers that no client can make sense of. */
  List<String> strange() {
    return List.copyOf(strange);
  }

  /** How often nobody answered, or not so that it was clear. */
  int unanswered() {
    return unanswered.get();
  }

  /** Asks, and asks again where nobody answered. */
  private class Asker {
    private final int number;
    private final SplittableRandom random;

    Asker(int number) {
      this.number = number;
      this.random = new SplittableRandom(number);
    }

    <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    HttpRequest.Builder to(String path) {
      return Clients.to(node.apply(number).url(path)).timeout(PATIENCE);
    }

    void form(SeatAct act, String path, String cookie, String fields) {
      history.add(act);
      do {
        act.tried(
            answered(
                act.kind(),
                begin(),
                () ->
                    Clients.send(
                        to(path)
                            .header("Cookie", cookie)
                            .header("Content-Type", FORM)
                            .POST(BodyPublishers.ofString(fields)))));
      } while (again(act));
    }

    /** Whether nobody knows what came of the last try, and there is time for another. */
    boolean again(SeatAct act) {
      if (act.last().outcome() != Outcome.UNKNOWN) {
        return false;
      }
      pause();
      return Instant.now().isBefore(over) || Instant.now().isBefore(over.plus(PATIENCE));
    }

    void pause() {
      try {
        Thread.sleep(50 + random.nextInt(150));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    Try answered(Kind kind, Instant begin, Call call) {
      Outcome outcome;
      String answer;
      try {
        HttpResponse<String> response = call.send();
        outcome = outcome(kind, response);
        answer = kind == Kind.APPLY ? response.body() : Integer.toString(response.statusCode());
      } catch (IOException e) {
        outcome = Outcome.UNKNOWN;
        answer = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        outcome = Outcome.UNKNOWN;
        answer = e.toString();
      }
      if (outcome == Outcome.DONE) {
        acknowledged.incrementAndGet();
      } else if (outcome == Outcome.UNKNOWN) {
        unanswered.incrementAndGet();
      }
      return new Try(begin, Instant.now(), outcome, answer);
    }

    private Outcome outcome(Kind kind, HttpResponse<String> response) {
      int status = response.statusCode();
      String body = response.body();
      if (status >= 500 || (status == 409 && body.contains("\"in-progress\""))) {
        return Outcome.UNKNOWN;
      }
      boolean done =
          kind == Kind.APPLY
              ? status == 201
              : status == 302
                  && response
                      .headers()
                      .firstValue("Location")
                      .orElse("")
                      .matches(".*(done|said)=.*");
      boolean refused =
          kind == Kind.APPLY ? status == 409 : status == 200 && body.contains("class=\"note err\"");
      if (!done && !refused) {
        strange.add(kind + " was answered " + status + " " + response.headers().map());
      }
      return done ? Outcome.DONE : Outcome.REFUSED;
    }

    /** A page as it is now; empty where node or database are gone. */
    String read(String path, String cookie) {
      try {
        HttpResponse<String> page = Clients.send(to(path).header("Cookie", cookie));
        if (page.statusCode() < 500) {
          return page.body();
        }
        pause();
        return "";
      } catch (IOException e) {
        pause();
        return "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }
  }

  /** Changes rules and seats of the sessions of its centre, and puts them back. */
  private final class Planner extends Asker implements Runnable {
    private final String cookie;

    Planner(int number) {
      super(number);
      this.cookie = hot.centre().get(number);
    }

    @Override
    public void run() {
      while (Instant.now().isBefore(over)) {
        long session = one(hot.sessions());
        if (hot.ruled(session) && chance(60)) {
          rule(session);
        } else {
          plan(session);
        }
        pause();
      }
    }

    private void rule(long session) {
      String path = "/desk/centre/session/" + session + "/seats";
      String version = first(VERSION, read(path, cookie));
      if (version.isEmpty()) {
        return;
      }
      SeatRules rules = one(hot.choices(session));
      form(SeatAct.rule(session, rules.text()), path, cookie, fields(rules, version));
    }

    private String fields(SeatRules rules, String version) {
      StringBuilder fields =
          new StringBuilder("act=save&version=" + version)
              .append("&queue=" + rules.queue() + "&margin=" + rules.margin())
              .append("&offer=" + rules.offer().toHours() + "&quiet=" + rules.quiet().toDays());
      int row = 0;
      for (Quota quota : rules.quotas()) {
        fields.append(group("q", row, quota.group()) + "&q-count-" + row + "=" + quota.most());
        row++;
      }
      row = 0;
      for (Hold hold : rules.holds()) {
        fields
            .append(group("h", row, hold.group()) + "&h-count-" + row + "=" + hold.seats())
            .append("&h-until-" + row + "=" + LocalDate.ofInstant(hold.until(), hot.zone()));
        row++;
      }
      return fields.toString();
    }

    private static String group(String of, int row, Group group) {
      String kind =
          group.each()
              ? "each"
              : group.kind() == Group.Kind.GENDER ? group.code() : group.kind().code();
      return "&"
          + of
          + "-kind-"
          + row
          + "="
          + kind
          + "&"
          + of
          + "-code-"
          + row
          + "="
          + group.code();
    }

    private void plan(long session) {
      String path = "/desk/centre/session/" + session;
      String page = read(path, cookie);
      if (page.isEmpty()) {
        return;
      }
      PageForm shown = PageForm.of(page, "plan");
      int seats = one(hot.seats(session));
      if (!shown.value("seats").equals(Integer.toString(seats))) {
        form(
            SeatAct.plan(session, seats),
            path,
            cookie,
            shown.with("seats", Integer.toString(seats)).with("save", "save").text());
      }
    }
  }

  /** One of them. */
  private final class Client extends Asker implements Runnable {
    private final List<View> views = new ArrayList<>();

    Client(int number) {
      super(number);
      int own = hot.officers().size() / CLIENTS;
      for (Officer officer : hot.officers().subList(number * own, (number + 1) * own)) {
        hot.sessions().forEach(session -> views.add(new View(session, officer)));
      }
    }

    @Override
    public void run() {
      while (Instant.now().isBefore(over)) {
        if (!chance(35) || !decide()) {
          act(chance(70) ? standing() : one(views));
        }
      }
    }

    /** One with which something is going on, where there is any. */
    private View standing() {
      List<View> standing =
          views.stream()
              .filter(view -> view.belief != Belief.NOTHING && view.belief != Belief.REFUSED)
              .toList();
      return one(standing.isEmpty() ? views : standing);
    }

    private void act(View view) {
      if (view.last != null && chance(5)) {
        // an old request comes again, whatever has happened since
        apply(view.last, view.officer);
        return;
      }
      switch (view.belief) {
        case NOTHING, UNSURE -> apply(view);
        case WAITING -> {
          if (chance(25)) {
            post(view, Kind.WITHDRAW);
          } else if (chance(15)) {
            apply(view);
          }
        }
        case APPROVED -> {
          if (chance(60)) {
            post(view, Kind.WITHDRAW);
          } else if (chance(15)) {
            apply(view);
          }
        }
        case QUEUED -> look(view);
        case REFUSED -> {
          // for good
        }
      }
    }

    private void apply(View view) {
      SeatAct act =
          new SeatAct(
              Kind.APPLY,
              view.session,
              view.officer.person(),
              view.application,
              view.belief == Belief.NOTHING,
              UUID.randomUUID().toString());
      history.add(act);
      if (chance(5)) {
        twice(act, view.officer);
      } else {
        apply(act, view.officer);
      }
      if (act.acknowledged()) {
        // of two at once one may come too early, while there is no seat
        String told =
            act.tries().stream()
                .filter(one -> one.outcome() == Outcome.DONE)
                .findFirst()
                .orElseThrow()
                .answer();
        view.last = act;
        view.application = number(told);
        act.about(view.application);
        view.belief =
            switch (first(STATE, told)) {
              case "waiting" -> Belief.WAITING;
              case "approved" -> Belief.APPROVED;
              default -> Belief.QUEUED;
            };
        if (view.belief == Belief.WAITING) {
          waiting.add(new Decision(view.application, view.session, view.officer));
        }
      } else if (act.possible()) {
        view.belief = Belief.UNSURE;
      } else if (first(TYPE, act.last().answer()).equals("already-decided")) {
        view.belief = Belief.REFUSED;
      } else if (view.belief != Belief.NOTHING) {
        view.belief = Belief.UNSURE;
      }
    }

    private void apply(SeatAct act, Officer officer) {
      do {
        act.tried(answered(act.kind(), begin(), () -> Clients.send(request(act, officer))));
      } while (again(act));
    }

    /** The same request twice at the same moment. */
    private void twice(SeatAct act, Officer officer) {
      Instant begin = begin();
      var one =
          Clients.HTTP.sendAsync(
              request(act, officer).build(), HttpResponse.BodyHandlers.ofString());
      var other =
          Clients.HTTP.sendAsync(
              request(act, officer).build(), HttpResponse.BodyHandlers.ofString());
      act.tried(answered(act.kind(), begin, () -> joined(one)));
      act.tried(answered(act.kind(), begin, () -> joined(other)));
      if (again(act)) {
        apply(act, officer);
      }
    }

    private HttpRequest.Builder request(SeatAct act, Officer officer) {
      return to("/api/v1/sessions/" + act.session() + "/applications")
          .header("Authorization", "Bearer " + officer.token())
          .header("Idempotency-Key", act.key())
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString("{\"motivation\":\"Our post needs it\"}"));
    }

    /** Whether a seat is offered is seen on the page; else some lose patience. */
    private void look(View view) {
      String page = read("/applications/" + view.application, view.officer.cookie());
      if (page.isEmpty()) {
        return;
      }
      if (page.contains("name=\"accept\"")) {
        post(view, chance(75) ? Kind.ACCEPT : Kind.DECLINE);
      } else if (!page.contains("name=\"withdraw\"")) {
        view.belief = Belief.UNSURE;
      } else if (chance(20)) {
        post(view, Kind.WITHDRAW);
      }
    }

    /** What an applicant does on the page of an application. */
    private void post(View view, Kind kind) {
      SeatAct act =
          new SeatAct(kind, view.session, view.officer.person(), view.application, false, null);
      form(
          act,
          "/applications/" + view.application,
          view.officer.cookie(),
          kind.name().toLowerCase(Locale.ROOT) + "=yes");
      view.belief =
          act.last().outcome() != Outcome.DONE
              ? Belief.UNSURE
              : kind == Kind.ACCEPT ? Belief.APPROVED : Belief.NOTHING;
    }

    private boolean decide() {
      Decision decision = waiting.poll();
      if (decision == null) {
        return false;
      }
      if (chance(15)) {
        // two decide on one: one of them comes too late
        waiting.add(decision);
      }
      Officer officer = decision.officer();
      List<String> cookies = hot.coordinators().get(officer.member());
      Kind kind = chance(96) ? Kind.APPROVE : Kind.REFUSE;
      form(
          new SeatAct(
              kind, decision.session(), officer.person(), decision.application(), false, null),
          "/desk/decisions",
          one(cookies),
          "application="
              + decision.application()
              + "&decision="
              + kind.name().toLowerCase(Locale.ROOT)
              + (kind == Kind.REFUSE ? "&reason=Not+this+time" : ""));
      return true;
    }
  }

  /** Sends something, perhaps in vain. */
  @FunctionalInterface
  private interface Call {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private static HttpResponse<String> joined(Future<HttpResponse<String>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** To the microsecond, as the database keeps moments. */
  private static Instant begin() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static long number(String answer) {
    return Long.parseLong(first(ID, answer));
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  /** How often what was asked, and how it ended. */
  static String counts(List<SeatAct> history) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    Map<String, Integer> refusals = new HashMap<>();
    for (SeatAct act : history) {
      String kind = act.kind().name().toLowerCase(Locale.ROOT);
      counts.merge(
          kind + (act.acknowledged() ? "" : act.possible() ? " unknown" : " refused"),
          1,
          Integer::sum);
      if (!act.possible() && act.kind() == Kind.APPLY) {
        refusals.merge(first(TYPE, act.last().answer()), 1, Integer::sum);
      }
    }
    return counts + ", refusals " + new java.util.TreeMap<>(refusals);
  }
}
