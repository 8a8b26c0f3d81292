package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.container.TableDigests;
import org.portolan.platform.security.Token;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** Reading changes nothing and makes no sessions, however much is read. */
class CrawlIT {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
  private static final Pattern NUMBERS = Pattern.compile("\\d+");
  private static final Path TELEMETRY = Path.of("src/test/resources/telemetry-tables.txt");

  /** Addresses of one kind, such as sessions by number, are alike: some of them will do. */
  private static final int OF_ONE_KIND = 12;

  private static final int CLIENTS = 4;

  private static TestDatabase database;
  private static PackagedApplication application;
  private static String administrator;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.create("crawl");
    application = PackagedApplication.start("crawl-node", database.settings());
    try (Records records = new Records(database.dataSource())) {
      long person = records.person(Records.MEMBER);
      records.mandate("admin", "platform", "*", person, null);
      new Placeholders(records, Holder.ADMIN, person).makeAll();
      Token token = Token.random("");
      records.signIn(person, token);
      records.keep();
      administrator = token.secret();
    }
    // only what links do is looked at
    database.remindNobody();
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
  }

  @Test
  void followingEveryLinkAsAdministratorChangesNothing() throws Exception {
    Map<String, String> before = settled();
    Set<String> visited = crawl(TwoNodes.count(400, 5000));
    Map<String, String> after = settled();

    Set<String> telemetry =
        Files.readAllLines(TELEMETRY).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\\s+")[0])
            .collect(Collectors.toSet());
    assertThat(before.keySet()).containsAll(telemetry);
    before.keySet().removeAll(telemetry);
    after.keySet().removeAll(telemetry);
    assertThat(after).isEqualTo(before);
    System.out.println(
        "Crawl as administrator: "
            + visited.size()
            + " addresses, 0 of "
            + after.size()
            + " tables changed");
  }

  @Test
  void visitorsLeaveNoSessions() throws Exception {
    int each = TwoNodes.count(150, 2500);
    List<String> addresses =
        List.of(
            "/",
            "/catalog",
            "/calendar",
            "/knowledge",
            "/regions",
            "/search?q=valuation",
            "/sign-in",
            "/desk/decisions",
            "/api/v1/sessions",
            "/nowhere",
            "/account/recover");
    AtomicInteger cookies = new AtomicInteger();
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          () -> {
            for (int n = 0; n < each; n++) {
              HttpResponse<String> answer =
                  Clients.send(Clients.to(application.url(addresses.get(n % addresses.size()))));
              if (answer.headers().allValues("Set-Cookie").stream()
                  .anyMatch(cookie -> !cookie.startsWith("portolan-language"))) {
                cookies.incrementAndGet();
              }
            }
            return each;
          });
    }
    int sent = Clients.together(clients).stream().mapToInt(Integer::intValue).sum();

    assertThat(cookies).as("answers that set a cookie").hasValue(0);
    assertThat(sessionsInMemory()).as("sessions of the container").isZero();
    System.out.println("Visitors: " + sent + " requests, 0 sessions");
  }

  /** Breadth first, some of each kind of address, each once. */
  private static Set<String> crawl(int most) throws Exception {
    Set<String> visited = new LinkedHashSet<>();
    Map<String, Integer> kinds = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(fixedAddresses());
    while (!next.isEmpty() && visited.size() < most) {
      String address = next.poll().replace("&amp;", "&");
      String kind = NUMBERS.matcher(address.replaceAll("\\?.*", "?")).replaceAll("0");
      if (visited.contains(address) || kinds.merge(kind, 1, Integer::sum) > OF_ONE_KIND) {
        continue;
      }
      visited.add(address);
      HttpRequest.Builder request =
          Clients.to(application.url(address.replace(" ", "%20")))
              .header("Cookie", "__Host-portolan=" + administrator);
      HttpResponse<String> answer = Clients.send(request);
      assertThat(answer.statusCode()).as(address).isLessThan(500);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (type.startsWith("text/html")) {
        Matcher links = LINK.matcher(answer.body());
        while (links.find()) {
          next.add(links.group(1));
        }
      }
    }
    return visited;
  }

  private static List<String> fixedAddresses() throws IOException {
    List<String> addresses = new ArrayList<>(List.of("/"));
    for (String line : Files.readAllLines(Path.of("src/main/webapp/WEB-INF/routes.txt"))) {
      String address = line.strip().split("\\s+")[0];
      if (address.startsWith("/") && !address.contains("{")) {
        addresses.add(address);
      }
    }
    addresses.addAll(List.of("/api/v1/courses", "/api/v1/sessions", "/api/v1/search?q=risk"));
    return addresses;
  }

  /** What is in every table, once the workers behind the pages have nothing to do any more. */
  private static Map<String, String> settled() throws Exception {
    Map<String, String> last = digest();
    for (int i = 0; i < 60; i++) {
      Thread.sleep(1000);
      Map<String, String> now = digest();
      if (now.equals(last)) {
        return now;
      }
      last = now;
    }
    throw new IllegalStateException("the database does not come to rest");
  }

  private static Map<String, String> digest() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return TableDigests.all(connection);
    }
  }

  private static long sessionsInMemory() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(application.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    long sessions = 0;
    boolean catalina = false;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        catalina |= line.contains("org.apache.catalina.core.StandardWrapper");
        if (line.contains("org.apache.catalina.session.StandardSession ")
            || line.matches(".*org\\.apache\\.catalina\\.session\\.StandardSession(\\s.*)?")) {
          sessions += Long.parseLong(line.strip().split("\\s+")[1]);
        }
      }
    }
    process.waitFor();
    assertThat(catalina).as("a histogram that names what the container has").isTrue();
    return sessions;
  }
}
