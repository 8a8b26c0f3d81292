package org.portolan.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.portolan.running.TestDatabase;

/**
 * Starts the database before the container's settings are read, and hands over its address. Does
 * nothing in a run of tests that need no container.
 */
public final class ContainerSurroundings implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("portolan.it.container")) {
      return;
    }
    TestDatabase database = TestDatabase.create("container");
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "portolan.db.url", database.url() + "&queryInterceptors=" + Statements.class.getName());
    settings.put("portolan.db.user", database.user());
    settings.put("portolan.db.password", database.password());
    settings.put("portolan.data", data().toString());
    settings.put("portolan.demo", "true");
    settings.put("portolan.demo.anchor", "2026-11-23");
    settings.put("user.timezone", "UTC");
    System.setProperty(
        "portolan.it.options",
        settings.entrySet().stream()
            .map(setting -> "-D" + setting.getKey() + "=" + escaped(setting.getValue()))
            .collect(Collectors.joining(" ", "", drilled())));
  }

  /** What is measured in full is compiled as on a server; elsewhere starting soon counts more. */
  private static String drilled() {
    return Boolean.getBoolean("portolan.drill") ? " -XX:TieredStopAtLevel=4 -Xmx768m" : "";
  }

  /** The options stand in an XML file and are split at spaces. */
  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace(" ", "\\ ");
  }

  private static Path data() {
    Path data = Path.of(System.getProperty("portolan.it.directory"), "container-data");
    TestDatabase.empty(data);
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
