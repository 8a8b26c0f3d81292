package org.portolan.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.fetch.NotFetched.Kind;

class FetchingTest {
  private static final int MOST = 1000;
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String home;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 404, "nothing"));
    server.start();
    home = "127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Fetching fetching(String... named) {
    return new Fetching(
        InetAddress::getAllByName,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        PATIENCE,
        Set.of(named));
  }

  private Fetched read(String path) throws NotFetched {
    return fetching(home).read("http://" + home + path, null, null, MOST);
  }

  private Kind refusal(String path) {
    return catchThrowableOfType(NotFetched.class, () -> read(path)).kind();
  }

  @Test
  void whatIsThereIsReadAndAskedForAgainByItsTag() throws NotFetched {
    server.createContext(
        "/cal.ics",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-Modified-Since")));
          if ("\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
          } else {
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Last-Modified", "Fri, 27 Nov 2026 08:00:00 GMT");
            answer(exchange, 200, "BEGIN:VCALENDAR é");
          }
        });
    Fetched first = read("/cal.ics?key=a%20b");
    assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR é");
    assertThat(first.tag()).isEqualTo("\"7\"");
    Fetched again =
        fetching(home).read("http://" + home + "/cal.ics", first.tag(), first.modified(), MOST);
    assertThat(again.changed()).isFalse();
    assertThat(asked).containsExactly("null", "null", "\"7\"", "Fri, 27 Nov 2026 08:00:00 GMT");
  }

  @Test
  void aBodyInChunksIsReadToo() throws NotFetched {
    server.createContext(
        "/chunks",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("BEGIN:".getBytes(StandardCharsets.UTF_8));
            out.flush();
            out.write("VCALENDAR".getBytes(StandardCharsets.UTF_8));
          }
        });
    assertThat(read("/chunks").body()).asString().isEqualTo("BEGIN:VCALENDAR");
  }

  @ParameterizedTest
  @CsvSource({"401,LOCKED", "403,LOCKED", "404,GONE", "410,GONE", "500,TROUBLE", "429,TROUBLE"})
  void whatIsNotGivenIsSaid(int status, Kind kind) {
    server.createContext("/not", exchange -> answer(exchange, status, "<html>no</html>"));
    assertThat(refusal("/not")).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://localhost/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.7/x",
        "http://calendar.example/x",
        "file:///etc/passwd",
        "ftp://calendar.example/x",
        "https://8.8.8.8:22/x",
        "https://centre:secret@8.8.8.8/x",
        "https://0/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "//8.8.8.8/x",
        "not an address",
        ""
      })
  void whatOnlyThisServerReachesIsNotRead(String address) {
    assertThatThrownBy(() -> fetching().read(address, null, null, MOST))
        .isInstanceOfSatisfying(
            NotFetched.class, e -> assertThat(e.kind()).isIn(Kind.FORBIDDEN, Kind.UNKNOWN_HOST));
    assertThatThrownBy(() -> fetching().judge(address)).isInstanceOf(NotFetched.class);
  }

  @Test
  void aRedirectIsJudgedAnewAndGoesOnThreeTimes() throws NotFetched {
    AtomicInteger inside = new AtomicInteger();
    server.createContext("/inside", exchange -> inside.incrementAndGet());
    // the same place by another name, which the operator did not give
    leads("/to-inside", "http://localhost:" + server.getAddress().getPort() + "/inside");
    leads("/to-file", "file:///etc/passwd");
    leads("/to-cloud", "https://169.254.169.254/latest/meta-data/");
    leads("/to-nothing", "ht tp://x");
    for (String each : List.of("/to-inside", "/to-file", "/to-cloud", "/to-nothing")) {
      assertThat(refusal(each)).as(each).isEqualTo(Kind.FORBIDDEN);
    }
    assertThat(inside).hasValue(0);
    leads("/1", "/2");
    leads("/2", "3");
    leads("/3", "http://" + home + "/there");
    leads("/0", "/1");
    server.createContext("/there", exchange -> answer(exchange, 200, "here"));
    assertThat(read("/1").body()).asString().isEqualTo("here");
    assertThat(refusal("/0")).isEqualTo(Kind.REDIRECTS);
  }

  private void leads(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          answer(exchange, 301, "");
        });
  }

  @Test
  void aBodyWithoutAnEndIsReadNoFurtherThanItsBound() {
    server.createContext(
        "/told", exchange -> exchange.sendResponseHeaders(200, Long.MAX_VALUE / 100));
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          pour(exchange.getResponseBody(), 0);
        });
    assertThat(refusal("/told")).isEqualTo(Kind.LARGE);
    assertThat(refusal("/endless")).isEqualTo(Kind.LARGE);
  }

  @Test
  void aBodyThatDripsEndsWithTheTimeForAllOfIt() {
    server.createContext(
        "/drips",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          pour(exchange.getResponseBody(), 50);
        });
    server.createContext("/silent", exchange -> sleep(5_000));
    for (String each : List.of("/drips", "/silent")) {
      long began = System.nanoTime();
      assertThat(refusal(each)).as(each).isEqualTo(Kind.SLOW);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(3));
    }
  }

  @Test
  void agreeingOnTlsEndsWithTheTimeToo() throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket one = raw.accept()) {
              // a record of a handshake that is told to be long, and comes byte by byte
              one.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0});
              pour(one.getOutputStream(), 50);
            }
            return null;
          });
      String at = "127.0.0.1:" + raw.getLocalPort();
      long began = System.nanoTime();
      assertThatThrownBy(() -> fetching(at).read("https://" + at + "/x", null, null, MOST))
          .isInstanceOfSatisfying(NotFetched.class, e -> assertThat(e.kind()).isEqualTo(Kind.SLOW));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(3));
    }
  }

  private static void pour(OutputStream out, int pause) throws IOException {
    byte[] drop = pause == 0 ? new byte[8192] : new byte[1];
    for (int i = 0; i < 100_000; i++) {
      out.write(drop);
      out.flush();
      if (pause > 0) {
        sleep(pause);
      }
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx",
        "HTTP/1.1 302 Found\r\n\r\n",
        "HTTP/1.1 200 OK",
        ""
      })
  void whatIsNoAnswerIsNone(String bytes) throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket one = raw.accept()) {
              one.getInputStream().read(new byte[2000]);
              one.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            }
            return null;
          });
      String at = "127.0.0.1:" + raw.getLocalPort();
      assertThatThrownBy(() -> fetching(at).read("http://" + at + "/x", null, null, MOST))
          .isInstanceOfSatisfying(
              NotFetched.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }
  }

  @Test
  void aNameThatLeadsInsideByTurnsIsNotRead() {
    Resolving turns =
        host ->
            new InetAddress[] {
              InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8}),
              InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
            };
    Fetching fetching = new Fetching(turns, null, PATIENCE, Set.of());
    assertThatThrownBy(() -> fetching.read("https://turns.example/", null, null, MOST))
        .isInstanceOfSatisfying(
            NotFetched.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
  }

  @Test
  void theConnectionGoesWhereItWasJudgedAndTheNameIsProvedByTls(@TempDir Path folder)
      throws Exception {
    SSLContext own = context(folder);
    HttpsServer sealed =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sealed.setHttpsConfigurator(new HttpsConfigurator(own));
    sealed.createContext("/cal.ics", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR"));
    sealed.start();
    int port = sealed.getAddress().getPort();
    AtomicInteger resolved = new AtomicInteger();
    Resolving pinned =
        host -> {
          resolved.incrementAndGet();
          if (!host.endsWith(".example")) {
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    try {
      Fetching fetching =
          new Fetching(
              pinned,
              own.getSocketFactory(),
              Duration.ofSeconds(10),
              Set.of("cal.example:" + port, "other.example:" + port));
      // nobody but the resolver above knows the name: a second question would find nothing
      assertThat(fetching.read("https://cal.example:" + port + "/cal.ics", null, null, MOST).body())
          .asString()
          .isEqualTo("BEGIN:VCALENDAR");
      assertThat(resolved).as("asked once").hasValue(1);
      assertThatThrownBy(
              () -> fetching.read("https://other.example:" + port + "/cal.ics", null, null, MOST))
          .as("its certificate is for another name")
          .isInstanceOfSatisfying(
              NotFetched.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    } finally {
      sealed.stop(0);
    }
  }

  /** Of a server that is cal.example, and of whoever believes it. */
  private static SSLContext context(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                "for-tests",
                "-storetype",
                "PKCS12",
                "-alias",
                "cal",
                "-keyalg",
                "EC",
                "-dname",
                "CN=cal.example",
                "-ext",
                "san=dns:cal.example")
            .redirectErrorStream(true)
            .start();
    try (InputStream said = made.getInputStream()) {
      String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(made.waitFor()).as(words).isZero();
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "for-tests".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, "for-tests".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("cal", store.getCertificate("cal"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
