package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Work;

/** Keys on the real database, with its locks. */
@ArquillianTest
class IdempotencyIT {
  private static final int AT_ONCE = 8;
  private static final String ROUTE = "POST tests";

  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private Idempotency idempotency;
  @Inject private Scenario scenario;

  private final String key = UUID.randomUUID().toString();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void ofManyAtOnceOneDoesTheWorkAndAllGetItsAnswer() throws Exception {
    List<Object> answers = together(() -> run("hash", this::work));

    assertThat(answers).hasSize(AT_ONCE).containsOnly(new Answer(201, "{\"turn\":1}"));
    assertThat(done).hasValue(1);
  }

  @Test
  void ofManyRepeatsAtOnceAllGetTheAnswer() throws Exception {
    run("hash", this::work);

    assertThat(together(() -> run("hash", this::work)))
        .hasSize(AT_ONCE)
        .containsOnly(new Answer(201, "{\"turn\":1}"));
  }

  /**
   * The second waits for the first, fails too, and so on: each is told so, none is left hanging.
   */
  @Test
  void whereTheWorkFailsEverybodyIsToldWhyOrAskedToComeBack() throws Exception {
    List<Object> answers =
        together(
            () ->
                run(
                    "hash",
                    () -> {
                      throw new Problem(409, "session-full", "No seats left", null);
                    }));

    assertThat(answers)
        .hasSize(AT_ONCE)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isIn("session-full", "in-progress")));
    assertThat(kept()).isZero();
  }

  @Test
  void anExpiredKeyIsWorkedForOnceMore() throws Exception {
    run("hash", this::work);
    age();

    assertThat(together(() -> run("another hash", this::work)))
        .hasSize(AT_ONCE)
        .containsOnly(new Answer(201, "{\"turn\":2}"));
    assertThat(done).hasValue(2);
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    run("hash", this::work);

    assertThatThrownBy(() -> run("another hash", this::work))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
  }

  private Answer run(String hash, Work<Answer, RuntimeException> work) {
    return idempotency.run(1, ROUTE, key, hash, work);
  }

  private Answer work() {
    int turn = done.incrementAndGet();
    try {
      // long enough for all others to come and wait
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Answer(201, "{\"turn\":" + turn + "}");
  }

  private long kept() {
    return scenario.number("SELECT COUNT(*) FROM idempotency_key WHERE idem_key = ?", key);
  }

  private void age() throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE idempotency_key SET created_at = created_at - INTERVAL 25 HOUR WHERE"
                    + " idem_key = ?")) {
      update.setString(1, key);
      update.executeUpdate();
    }
  }

  /** What each of many at once got: its answer or what it failed with. */
  private List<Object> together(Callable<Answer> act) throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(AT_ONCE, threads);
    try {
      CyclicBarrier shot = new CyclicBarrier(AT_ONCE);
      List<Future<Answer>> acts = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        acts.add(
            many.submit(
                () -> {
                  shot.await();
                  return act.call();
                }));
      }
      List<Object> answers = new ArrayList<>();
      for (Future<Answer> each : acts) {
        try {
          answers.add(each.get());
        } catch (ExecutionException e) {
          answers.add(e.getCause());
        }
      }
      return answers;
    } finally {
      many.shutdownNow();
    }
  }
}
