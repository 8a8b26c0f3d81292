package org.portolan.launcher;

import java.nio.file.Path;
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

  String bind() {
    return get("PORTOLAN_BIND").orElse("127.0.0.1");
  }

  Path data() {
    return Path.of(get("PORTOLAN_DATA").orElse("data")).toAbsolutePath().normalize();
  }

  Optional<String> databaseUrl() {
    return get("PORTOLAN_DB_URL");
  }

  /**
   * The demo world is loaded when asked for; the development command asks unless told otherwise.
   */
  boolean demo() {
    String fallback = properties.getProperty("portolan.run.demo", "false");
    return Boolean.parseBoolean(get("PORTOLAN_DEMO").orElse(fallback));
  }

  String baseUrl() {
    return get("PORTOLAN_BASE_URL").orElse("http://" + bind() + ":" + httpPort());
  }
}
