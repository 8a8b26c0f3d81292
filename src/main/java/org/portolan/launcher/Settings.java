package org.portolan.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of one start. Each can be given as an environment variable ({@code
 * PORTOLAN_HTTP_PORT}) or as a system property ({@code portolan.http.port}), which wins.
 */
record Settings(Map<String, String> environment, Properties properties) {

  static Settings ofThisProcess() {
    return new Settings(System.getenv(), System.getProperties());
  }

  Optional<String> get(String name) {
    String property = properties.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    String value = property == null ? environment.get(name) : property;
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  int httpPort() {
    String port = get("PORTOLAN_HTTP_PORT").orElse("8080");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535 || Integer.parseInt(port) < 1) {
      throw new StartFailure(
          "PORTOLAN_HTTP_PORT must be a port from 1 to 65535, not " + port + ".");
    }
    return Integer.parseInt(port);
  }

  /** Without the brackets that an address of IPv6 has in a URL. */
  String bind() {
    return get("PORTOLAN_BIND").orElse("127.0.0.1").replaceAll("^\\[(.*)]$", "$1");
  }

  HttpAddress address() {
    return new HttpAddress(bind(), httpPort());
  }

  Path data() {
    return Path.of(get("PORTOLAN_DATA").orElse("data")).toAbsolutePath().normalize();
  }

  Optional<String> databaseUrl() {
    return get("PORTOLAN_DB_URL");
  }

  /** The way to the database that is given, if one is. */
  Optional<DatabaseAccess> database() {
    return databaseUrl()
        .map(
            url ->
                new DatabaseAccess(
                    url,
                    get("PORTOLAN_DB_USER").orElse("portolan"),
                    get("PORTOLAN_DB_PASSWORD").orElse("")));
  }

  Path files() {
    return get("PORTOLAN_FILES").map(Path::of).orElseGet(() -> data().resolve("files"));
  }

  /**
   * The demo world is loaded when asked for; the development command asks unless told otherwise.
   */
  boolean demo() {
    String fallback = properties.getProperty("portolan.run.demo", "false");
    return Boolean.parseBoolean(get("PORTOLAN_DEMO").orElse(fallback));
  }

  String baseUrl() {
    return get("PORTOLAN_BASE_URL").map(Settings::base).orElseGet(() -> address().url());
  }

  /** Refuses what would otherwise be noticed late, or by somebody who follows a broken link. */
  void check() {
    httpPort();
    baseUrl();
    get("PORTOLAN_CLOCK").ifPresent(this::checkClock);
  }

  private static String base(String given) {
    URI address;
    try {
      address = new URI(given);
    } catch (URISyntaxException e) {
      throw noBase(given);
    }
    boolean web =
        "http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme());
    boolean more =
        address.getUserInfo() != null
            || address.getQuery() != null
            || address.getFragment() != null;
    if (!web || address.getHost() == null || more) {
      throw noBase(given);
    }
    return given.replaceAll("/+$", "");
  }

  private static StartFailure noBase(String given) {
    return new StartFailure(
        "PORTOLAN_BASE_URL must be an address such as https://learn.example.org, not "
            + given
            + ".");
  }

  private void checkClock(String given) {
    if (!demo()) {
      throw new StartFailure(
          "PORTOLAN_CLOCK holds the time still for demonstrations and tests only. Leave it out, or"
              + " set PORTOLAN_DEMO=true.");
    }
    try {
      Instant.parse(given);
    } catch (DateTimeParseException e) {
      throw new StartFailure(
          "PORTOLAN_CLOCK must be a moment such as 2026-11-23T08:00:00Z, not " + given + ".", e);
    }
  }
}
