package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;

@ArquillianTest
class BusyAddressesIT {
  static {
    // read when the first address is; a small server of the test may be asked
    System.setProperty("portolan.fetch.hosts", "127.0.0.1");
  }

  @Inject private BusyAddresses addresses;
  @Inject private BusyReading reading;
  @Inject private Resources resources;
  @Inject private ResourceUse use;
  @Inject private BookingRepository rows;
  @Inject private BusyAddressRows addressRows;
  @Inject private UserTransaction transaction;
  @Inject private Scenario scenario;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String home;
  private long trainer;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    home = "http://127.0.0.1:" + server.getAddress().getPort();
    scenario.asCentre();
    trainer = add(ResourceKind.TRAINER, "Grace");
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    server.stop(0);
    threads.shutdownNow();
    scenario.sql("DELETE FROM busy_address");
    scenario.asNobody();
  }

  private long add(ResourceKind kind, String name) {
    return resources.add(
        Scenario.CENTRE,
        new ResourceEdit(
            kind,
            name,
            null,
            "",
            null,
            null,
            new RoomSeats(Map.of()),
            List.of(),
            1,
            0,
            0,
            null,
            false));
  }

  private void serve(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static String mornings(int days) {
    StringBuilder text = new StringBuilder("\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    for (int at = 0; at < days; at++) {
      String day = from.plusDays(at).toString().replace("-", "");
      text.append("BEGIN:VEVENT\r\nUID:" + at + "\r\nSUMMARY:Dentist\r\n")
          .append("DTSTART:" + day + "T100000Z\r\nDTEND:" + day + "T120000Z\r\nEND:VEVENT\r\n");
    }
    return text + "END:VCALENDAR\r\n";
  }

  private BusyAddress read() {
    reading.due(500).stream().filter(due -> due.resource() == trainer).forEach(reading::read);
    return addresses.find(trainer).orElseThrow();
  }

  @Test
  void timesAreReadAndReadAgainOnlyWhereTheyChanged() {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger days = new AtomicInteger(3);
    server.createContext(
        "/cal.ics",
        exchange -> {
          String tag = "\"" + days.get() + "\"";
          if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            whole.incrementAndGet();
            byte[] bytes = mornings(days.get()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", tag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    addresses.keep(trainer, home + "/cal.ics?secret=planted-key");
    BusyAddress first = read();
    assertThat(first.problem()).isNull();
    assertThat(first.times()).isEqualTo(3);
    assertThat(elsewhere()).isEqualTo(3);
    assertThat(first.nextAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));

    MovableClock.hold(Instant.now().plus(Duration.ofMinutes(61)));
    assertThat(read().readAt()).isAfter(first.readAt());
    assertThat(whole).as("not changed").hasValue(1);
    assertThat(elsewhere()).isEqualTo(3);

    days.set(5);
    MovableClock.hold(Instant.now().plus(Duration.ofMinutes(123)));
    assertThat(read().times()).isEqualTo(5);
    assertThat(elsewhere()).isEqualTo(5);
    assertThat(whole).hasValue(2);

    MovableClock.hold(Instant.now().plus(Duration.ofDays(8)));
    read();
    assertThat(whole).as("rules go on: once a week all is read").hasValue(3);

    assertThat(
            scenario.text(
                "SELECT GROUP_CONCAT(changes SEPARATOR ' ') FROM audit_entry WHERE kind ="
                    + " 'resource' AND record_id = '"
                    + trainer
                    + "'"))
        .contains("127.0.0.1")
        .doesNotContain("planted-key");
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM busy_address WHERE resource_id = ? AND INSTR(sealed,"
                    + " 'planted-key') > 0",
                trainer))
        .as("sealed")
        .isZero();
  }

  @Test
  void whatGoesWrongIsSaidAndWhatWasReadStays() {
    serve("/good.ics", 200, mornings(2));
    serve("/page", 200, "<!DOCTYPE html><html>Sign in to see the calendar</html>");
    serve("/gone", 410, "gone");
    serve("/lost", 404, "lost");
    serve(
        "/many",
        200,
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000Z\r\nDTEND:20260101T000100Z"
            + "\r\nRRULE:FREQ=MINUTELY;INTERVAL=5;COUNT=100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    serve("/broken", 200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:tomorrow\r\n");
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) {
              out.write(new byte[8192]);
            }
          }
        });
    server.createContext(
        "/leads-inside",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "https://169.254.169.254/latest/");
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    addresses.keep(trainer, home + "/good.ics");
    read();
    Map.of(
            "/page", "no-calendar",
            "/gone", "gone",
            "/lost", "gone",
            "/many", "many",
            "/broken", "damaged",
            "/endless", "large",
            "/leads-inside", "forbidden")
        .forEach(
            (path, problem) -> {
              addresses.keep(trainer, home + path);
              BusyAddress found = read();
              assertThat(found.problem()).as(path).isEqualTo(problem);
              assertThat(found.readAt()).as(path).isNull();
              assertThat(elsewhere()).as(path).isEqualTo(2);
            });
  }

  @Test
  void whatFailsIsAskedMoreAndMoreSeldomAndAtLeastOnceADay() {
    serve("/trouble", 503, "later");
    addresses.keep(trainer, home + "/trouble");
    Instant now = Instant.now();
    for (int hours : new int[] {1, 2, 4, 8, 16, 24, 24}) {
      MovableClock.hold(now);
      BusyAddress found = read();
      assertThat(found.problem()).isEqualTo("trouble");
      assertThat(found.nextAt())
          .isBetween(
              now.plus(Duration.ofHours(hours)).minusSeconds(1),
              now.plus(Duration.ofHours(hours)).plusSeconds(1));
      assertThat(reading.due(500)).noneMatch(due -> due.resource() == trainer);
      now = found.nextAt().plusSeconds(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a calendar",
        "http://calendar.example/a.ics",
        "https://localhost/a.ics",
        "https://[::1]/a.ics",
        "https://192.168.1.1/a.ics",
        "webcal://10.0.0.1/a.ics"
      })
  void whatIsNotReadIsNotKept(String address) {
    assertThatThrownBy(() -> addresses.keep(trainer, address))
        .isInstanceOfSatisfying(
            InvalidBooking.class,
            e ->
                assertThat(e.problems().get("busyAddress")).startsWith("booking.address.problem."));
    assertThat(addresses.find(trainer)).isEmpty();
  }

  @Test
  void itIsForgottenOnWishAndWithTheTrainer() throws Exception {
    serve("/good.ics", 200, mornings(2));
    addresses.keep(trainer, home + "/good.ics");
    read();
    addresses.remove(trainer);
    assertThat(addresses.find(trainer)).isEmpty();
    assertThat(elsewhere()).isZero();

    addresses.keep(trainer, home + "/good.ics");
    read();
    long person = scenario.officer(Scenario.MEMBER);
    resources.link(trainer, resources.get(trainer).version(), scenario.email(person));
    transaction.begin();
    addressRows.forget(person);
    rows.forget(person);
    transaction.commit();
    assertThat(addresses.find(trainer)).isEmpty();
    assertThat(elsewhere()).isZero();
  }

  @Test
  void anAddressThatChangedWhileItWasReadIsNotKept() {
    serve("/good.ics", 200, mornings(2));
    serve("/other.ics", 200, mornings(4));
    addresses.keep(trainer, home + "/good.ics");
    BusyAddressRows.Due before =
        reading.due(500).stream()
            .filter(due -> due.resource() == trainer)
            .findFirst()
            .orElseThrow();
    addresses.keep(trainer, home + "/other.ics");
    reading.read(before);
    assertThat(elsewhere()).isZero();
    assertThat(read().times()).isEqualTo(4);
  }

  @Test
  void onlyItsCentreSaysFromWhereATrainerIsRead() {
    long room = add(ResourceKind.EQUIPMENT, "Scanner");
    assertThatThrownBy(() -> addresses.keep(room, home + "/x")).isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> addresses.keep(trainer, home + "/x")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> addresses.remove(trainer)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> addresses.find(trainer)).isInstanceOf(NotAllowed.class);
  }

  private int elsewhere() {
    return use.ahead(trainer, Language.EN).stream()
        .filter(BookingSummary::elsewhere)
        .mapToInt(BookingSummary::times)
        .sum();
  }
}
