package org.portolan.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;

/** Clients who each keep one connection and ask as soon as they were answered. */
public final class Load extends Simulation {
  static final String MOTIVATION = "{\"motivation\":\"We begin with this in spring.\"}";

  private static final String TOKEN = "token";
  private static final String KEY = "key";
  private static final String PATH = "path";
  private static final String COOKIE = "cookie";
  private static final String KNOWN = "known";
  private static final String BEGIN = "begin";

  /** What the next run is about: the tool makes its simulations itself. */
  private static volatile Run next;

  /** How long to go on: for some time, and then until enough was asked or patience ends. */
  record Length(Duration least, int requests, Duration most) {
    static Length of(Duration time) {
      return new Length(time, 0, time);
    }
  }

  private record Run(String baseUrl, Target target, Length length, Meter meter, long begin) {
    boolean goesOn() {
      long elapsed = System.nanoTime() - begin;
      return elapsed < length.least().toNanos()
          || (meter.requests() < length.requests() && elapsed < length.most().toNanos());
    }
  }

  /** Asks for so long and says how it went. */
  static Meter run(String baseUrl, Target target, Length length, Path results) {
    Meter meter = new Meter();
    next = new Run(baseUrl, target, length, meter, System.nanoTime());
    int status =
        Gatling$.MODULE$.fromArgs(
            new String[] {
              "--simulation", Load.class.getName(),
              "--results-folder", results.toString(),
              "--no-reports"
            });
    if (status != 0) {
      throw new IllegalStateException("the load tool ended with " + status);
    }
    return meter;
  }

  public Load() {
    Run run = next;
    Target.Call example = run.target().calls().get();
    boolean posts = example.posts();
    ChainBuilder reads = reads(example);
    setUp(
            scenario(run.target().name())
                .asLongAs(session -> run.goesOn())
                .on(
                    exec(session -> prepare(session, run.target().calls().get()))
                        .exec(posts ? post() : reads)
                        .exec(session -> record(session, run.meter())))
                .injectOpen(atOnceUsers(run.target().clients())))
        .protocols(protocol(run.baseUrl()));
  }

  private static Session prepare(Session session, Target.Call call) {
    Session prepared = session.set(PATH, call.path());
    if (call.cookie() != null) {
      prepared = prepared.set(COOKIE, call.cookie());
    }
    if (call.known() != null) {
      prepared = prepared.set(KNOWN, call.known());
    }
    if (call.token() != null) {
      prepared = prepared.set(TOKEN, call.token());
    }
    if (call.posts()) {
      prepared = prepared.set(KEY, call.key());
    }
    return prepared.set(BEGIN, System.nanoTime());
  }

  private static Session record(Session session, Meter meter) {
    meter.record(System.nanoTime() - session.getLong(BEGIN), session.isFailed());
    return session.markAsSucceeded();
  }

  private static ChainBuilder reads(Target.Call example) {
    if (example.known() != null) {
      return again();
    }
    if (example.cookie() != null) {
      return look();
    }
    return example.token() != null ? read() : get();
  }

  private static ChainBuilder read() {
    return exec(
        http("read")
            .get("#{path}")
            .header("Authorization", "Bearer #{token}")
            .check(status().is(200)));
  }

  private static ChainBuilder get() {
    return exec(http("get").get("#{path}").check(status().is(200)));
  }

  private static ChainBuilder again() {
    return exec(
        http("again")
            .get("#{path}")
            .header("If-None-Match", "#{known}")
            .check(status().is(304)));
  }

  private static ChainBuilder look() {
    return exec(
        http("look").get("#{path}").header("Cookie", "#{cookie}").check(status().is(200)));
  }

  private static ChainBuilder post() {
    return exec(
        http("post")
            .post("#{path}")
            .header("Authorization", "Bearer #{token}")
            .header("Idempotency-Key", "#{key}")
            .header("Content-Type", "application/json")
            .body(StringBody(MOTIVATION))
            .check(status().is(201)));
  }

  private static HttpProtocolBuilder protocol(String baseUrl) {
    return http
        .baseUrl(baseUrl)
        .acceptHeader("text/html,application/json;q=0.9,*/*;q=0.8")
        .acceptEncodingHeader("gzip, deflate")
        .disableCaching()
        .disableFollowRedirect()
        .disableWarmUp();
  }
}
