package org.portolan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.portolan.launcher.ApplicationCommands.Command;

/**
 * {@code java -jar portolan.jar} with words behind it: a command of the application instead of the
 * server. Works on an installation that runs, and on one that is stopped: then the embedded
 * database is started for as long as the command takes.
 */
record CommandLine(Settings settings, Path home, Consumer<String> say) {
  private static final int WRONG = 1;
  private static final int UNKNOWN = 2;

  /** Says the exit code: 2 for words that are no command. */
  int run(String... words) {
    try {
      ApplicationCommands commands = ApplicationCommands.of(home.resolve("portolan.war"));
      Command command = commands.all().get(String.join(" ", words));
      if (command == null) {
        usage(commands);
        return UNKNOWN;
      }
      return run(commands, command);
    } catch (StartFailure e) {
      say.accept("Not done. " + e.getMessage());
      return WRONG;
    } catch (IOException | RuntimeException e) {
      say.accept("Not done: " + e);
      return WRONG;
    }
  }

  private void usage(ApplicationCommands commands) {
    say.accept("java -jar portolan.jar            serve");
    for (Command command : commands.all().values()) {
      say.accept(
          String.format(
              Locale.ROOT, "java -jar portolan.jar %-10s %s", command.words(), command.purpose()));
    }
  }

  private int run(ApplicationCommands commands, Command command) throws IOException {
    if (settings.database().isPresent()) {
      return run(commands, command, settings.database().get());
    }
    if (!EmbeddedDatabase.isIn(settings.data().resolve("database"))) {
      throw new StartFailure(
          "There is no database in "
              + settings.data()
              + ". Name the data folder with PORTOLAN_DATA, or a database with PORTOLAN_DB_URL.");
    }
    DataDirectory data;
    try {
      data = DataDirectory.open(settings.data());
    } catch (StartFailure taken) {
      return run(commands, command, ofTheRunningNode(taken));
    }
    try (data;
        EmbeddedDatabase database = Main.embedded(home, data, say)) {
      database.start();
      return run(commands, command, database.access());
    }
  }

  private DatabaseAccess ofTheRunningNode(StartFailure taken) {
    try {
      return OwnersDoor.ask(settings.data());
    } catch (IOException e) {
      throw new StartFailure(
          taken.getMessage() + " It does not tell the way to its database: " + e.getMessage(), e);
    }
  }

  private int run(ApplicationCommands commands, Command command, DatabaseAccess access)
      throws IOException {
    Path work = Files.createTempDirectory("portolan-command");
    Path driver = null;
    try {
      driver = DatabaseCheck.driverOf(home.resolve("portolan.war"), work);
      return commands.run(command, driver, settings(access), say);
    } finally {
      for (Path each : driver == null ? List.of(work) : List.of(driver, work)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private UnaryOperator<String> settings(DatabaseAccess access) {
    Map<String, String> settled =
        Map.of(
            "portolan.db.url", access.url(),
            "portolan.db.user", access.user(),
            "portolan.db.password", access.password(),
            "portolan.data", settings.data().toString(),
            "portolan.files", settings.files().toString());
    return name ->
        settled.getOrDefault(
            name, settings.get(name.toUpperCase(Locale.ROOT).replace('.', '_')).orElse(null));
  }
}
