package org.portolan.running;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real OpenID Connect provider: Keycloak, unpacked by the profile {@code oidc}, on loopback, with
 * its database in memory and one realm with one client and one officer.
 */
public final class KeycloakServer implements AutoCloseable {
  public static final String CLIENT = "portolan";
  public static final String SECRET = "a-secret-of-keycloak-for-tests";
  public static final String OFFICER = "abdou.bassole@demo.portolan.example";
  public static final String PASSWORD = "their-password-at-home";

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final String REALM = "customs";

  private final Process process;
  private final int port;
  private final Path log;

  /** Whether the profile has brought one. */
  public static boolean there() {
    return !System.getProperty("portolan.it.keycloak", "").isEmpty();
  }

  public KeycloakServer() {
    try {
      Path home = home();
      Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
      Files.writeString(imports.resolve("realm.json"), new Gson().toJson(realm()));
      port = freePort();
      log = home.resolve("portolan-it.log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(
                      "sh",
                      home.resolve("bin").resolve("kc.sh").toString(),
                      "start-dev",
                      "--db=dev-mem",
                      "--import-realm",
                      "--http-host=127.0.0.1",
                      "--http-port=" + port,
                      "--hostname=http://127.0.0.1:" + port,
                      "--cache=local"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
      process = builder.start();
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("portolan.it.keycloak")))) {
      return unpacked
          .filter(path -> path.getFileName().toString().startsWith("keycloak-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Map<String, Object> realm() {
    return Map.of(
        "realm",
        REALM,
        "enabled",
        true,
        "sslRequired",
        "none",
        "clients",
        List.of(
            Map.of(
                "clientId",
                CLIENT,
                "secret",
                SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "directAccessGrantsEnabled",
                false,
                "attributes",
                Map.of("pkce.code.challenge.method", "S256"),
                "redirectUris",
                List.of("http://127.0.0.1:*", "*"))),
        "users",
        List.of(
            Map.of(
                "username",
                OFFICER,
                "email",
                OFFICER,
                "emailVerified",
                true,
                "firstName",
                "Abdou",
                "lastName",
                "Bassolé",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)))));
  }

  public String issuer() {
    return "http://127.0.0.1:" + port + "/realms/" + REALM;
  }

  private void awaitReady() {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build();
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!answers(asked)) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        process.destroyForcibly();
        throw new IllegalStateException("Keycloak did not start, see " + log);
      }
    }
  }

  private static boolean answers(HttpRequest asked) {
    try {
      Thread.sleep(500);
      return HttpClient.newHttpClient()
              .send(asked, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
