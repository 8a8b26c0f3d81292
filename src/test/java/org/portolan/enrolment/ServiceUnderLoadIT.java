package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SignedInAs;

/**
 * Many who apply at once through the service itself, without HTTP: what it does in a second is
 * printed, beside what it does where each is decided by itself, and everybody has one seat
 * afterwards. The drill goes on long enough for a figure.
 */
@ArquillianTest
class ServiceUnderLoadIT {
  private static final boolean DRILL = Boolean.getBoolean("portolan.drill");
  private static final String WHY = "The audit unit needs it";
  private static final int CLIENTS = 64;
  private static final int PEOPLE = DRILL ? 100_000 : 400;
  private static final Duration WARM_UP = Duration.ofSeconds(DRILL ? 50 : 1);
  private static final Duration LENGTH = Duration.ofSeconds(DRILL ? 10 : 1);

  @Inject private EnrolmentService enrolment;
  @Inject private HandingIn handingIn;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Instance<RequestContextController> requests;
  @Inject private Scenario scenario;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void oneSessionTakesAll() throws Exception {
    applyAtOnce(1);
  }

  @Test
  void manySessionsTakeAll() throws Exception {
    applyAtOnce(DRILL ? 200 : 20);
  }

  private void applyAtOnce(int number) throws Exception {
    List<Long> sessions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      sessions.add(scenario.session(20, Chain.NONE));
    }
    // more than a centre may plan: nobody is to be turned away
    scenario.sql(
        "UPDATE training_session SET seats = " + PEOPLE + " WHERE id IN " + among(sessions));
    List<Long> people = people();
    AtomicInteger next = new AtomicInteger();
    // so that there are people left for each figure, however fast it is
    run(byItself(sessions), people.subList(0, PEOPLE / 4), next, WARM_UP.dividedBy(3));
    run(together(sessions), people.subList(0, PEOPLE / 2), next, WARM_UP);
    measure("each by itself", number, byItself(sessions), people.subList(0, PEOPLE / 4 * 3), next);
    measure("together", number, together(sessions), people, next);
    assertThat(failures).isEmpty();
    String ids = among(sessions);
    assertThat(scenario.number("SELECT SUM(taken) FROM seat_book WHERE session_id IN " + ids))
        .isEqualTo(next.get())
        .isEqualTo(
            scenario.number(
                "SELECT COUNT(DISTINCT person_id) FROM application WHERE state = 'approved'"
                    + " AND session_id IN "
                    + ids));
  }

  private void measure(
      String how, int sessions, IntConsumer act, List<Long> people, AtomicInteger next)
      throws Exception {
    int before = next.get();
    long cpu = cpu();
    long begin = System.nanoTime();
    run(act, people, next, LENGTH);
    double seconds = (System.nanoTime() - begin) / 1e9;
    int done = next.get() - before;
    double each = (cpu() - cpu) / 1e6 / Math.max(1, done);
    report(
        String.format(
            Locale.ROOT,
            "Service without HTTP, %d clients, %d sessions, %s: %d decided in %.1f s, %.0f/s, %.2f"
                + " ms of processor time each without the database%n",
            CLIENTS,
            sessions,
            how,
            done,
            seconds,
            done / seconds,
            each));
  }

  /** The person who asks applies for the session whose turn it is, as anybody does. */
  private IntConsumer together(List<Long> sessions) {
    return at -> enrolment.apply(sessions.get(at % sessions.size()), WHY);
  }

  private IntConsumer byItself(List<Long> sessions) {
    return at ->
        handingIn.alone(
            new Wish(
                sessions.get(at % sessions.size()), me.require(), audit.asking(), WHY, null, null));
  }

  private static String among(List<Long> sessions) {
    return sessions.toString().replace('[', '(').replace(']', ')');
  }

  private void run(IntConsumer act, List<Long> people, AtomicInteger next, Duration length)
      throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(threads.newThread(() -> client(act, people, next, end)));
    }
    clients.forEach(Thread::start);
    for (Thread client : clients) {
      client.join();
    }
  }

  private void client(IntConsumer act, List<Long> people, AtomicInteger next, long end) {
    while (System.nanoTime() < end && failures.isEmpty()) {
      int at = next.getAndUpdate(each -> Math.min(each + 1, people.size()));
      if (at >= people.size()) {
        return;
      }
      RequestContextController request = requests.get();
      request.activate();
      try {
        SignedInAs.person(me, people.get(at), Scenario.MEMBER);
        act.accept(at);
      } catch (RuntimeException | AssertionError e) {
        failures.add(e);
      } finally {
        request.deactivate();
        requests.destroy(request);
      }
    }
  }

  private List<Long> people() throws Exception {
    String name = "DEMO-" + UUID.randomUUID().toString().substring(0, 12);
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO person (code, given_name, family_name, email, member_code, language,"
                    + " post, version) VALUES (?, 'Officer', ?, ?, ?, 'en', 'Inspector', 1)")) {
      for (int i = 0; i < PEOPLE; i++) {
        insert.setString(1, name + "-" + i);
        insert.setString(2, name + "-" + i);
        insert.setString(3, name + "-" + i + "@demo.portolan.example");
        insert.setString(4, Scenario.MEMBER);
        insert.addBatch();
        if (i % 1_000 == 999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      List<Long> ids = new ArrayList<>();
      try (PreparedStatement select =
          connection.prepareStatement("SELECT id FROM person WHERE code LIKE ? ORDER BY id")) {
        select.setString(1, name + "-%");
        try (var row = select.executeQuery()) {
          while (row.next()) {
            ids.add(row.getLong(1));
          }
        }
      }
      return ids;
    }
  }

  /** What the server prints is lost with it. */
  private static void report(String line) throws IOException {
    System.out.print(line);
    Path folder = Path.of("target");
    if (Files.isDirectory(folder)) {
      Files.writeString(
          folder.resolve("service-under-load.txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
