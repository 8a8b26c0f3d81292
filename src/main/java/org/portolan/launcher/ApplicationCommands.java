package org.portolan.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The commands that the application brings, as its {@code WEB-INF/commands.txt} lists them. The
 * launcher knows none of their classes: it loads them from the application, with the database
 * driver and without a server.
 */
record ApplicationCommands(Path war, Map<String, Command> all) {
  private static final String LIST = "WEB-INF/commands.txt";

  /** A command, the class that does it, and what it is for. */
  record Command(String words, String type, String purpose) {}

  static ApplicationCommands of(Path war) throws IOException {
    try (JarFile file = new JarFile(war.toFile())) {
      JarEntry entry = file.getJarEntry(LIST);
      if (entry == null) {
        return new ApplicationCommands(war, Map.of());
      }
      try (InputStream in = file.getInputStream(entry);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        Map<String, Command> all = new LinkedHashMap<>();
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(ApplicationCommands::parse)
            .forEach(command -> all.put(command.words(), command));
        return new ApplicationCommands(war, all);
      }
    }
  }

  private static Command parse(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 3) {
      throw new IllegalStateException(LIST + " has a line that is none: " + line);
    }
    return new Command(parts[0].strip(), parts[1].strip(), parts[2].strip());
  }

  /**
   * Does it; says its exit code.
   *
   * @param driver the jar of the database driver
   */
  @SuppressWarnings("unchecked")
  int run(Command command, Path driver, UnaryOperator<String> setting, Consumer<String> say)
      throws IOException {
    URL[] classes = {new URL("jar:" + war.toUri() + "!/WEB-INF/classes/"), driver.toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Object made =
          Class.forName(command.type(), true, loader).getDeclaredConstructor().newInstance();
      return ((ToIntBiFunction<UnaryOperator<String>, Consumer<String>>) made)
          .applyAsInt(setting, say);
    } catch (ReflectiveOperationException e) {
      throw new StartFailure(
          "The application does not bring what " + command.words() + " needs", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
