package org.portolan.platform.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks a program that the operator names, such as clamdscan: it gets the name of the file last, and
 * ends with 0 where there is nothing in it, with 1 where there is.
 */
@ApplicationScoped
class CommandScan implements FileScan {
  private static final Logger LOG = Logger.getLogger(CommandScan.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Inject
  @ConfigProperty(name = "portolan.scan.command")
  private Optional<String> setting;

  private List<String> command = List.of();
  private Duration longest = LONGEST;

  CommandScan() {}

  CommandScan(List<String> command, Duration longest) {
    this.command = List.copyOf(command);
    this.longest = longest;
  }

  @PostConstruct
  void read() {
    command =
        setting
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> Arrays.asList(text.split("\\s+")))
            .orElse(List.of());
  }

  @Override
  public Verdict scan(Path file) {
    if (command.isEmpty()) {
      return Verdict.NONE;
    }
    List<String> whole = new ArrayList<>(command);
    whole.add(file.toAbsolutePath().toString());
    Process process = null;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      // it needs none of our secrets
      String path = builder.environment().get("PATH");
      builder.environment().clear();
      builder.environment().put("PATH", path == null ? "" : path);
      process = builder.start();
      process.getOutputStream().close();
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
          ? verdict(process.exitValue())
          : failed("it did not end in time");
    } catch (IOException e) {
      return failed(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.FAILED;
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private static Verdict verdict(int code) {
    return switch (code) {
      case 0 -> Verdict.CLEAN;
      case 1 -> Verdict.INFECTED;
      default -> failed("it ended with " + code);
    };
  }

  private static Verdict failed(String reason) {
    LOG.log(
        Level.SEVERE,
        "A file was refused, as the program of PORTOLAN_SCAN_COMMAND could not look at it: {0}",
        reason);
    return Verdict.FAILED;
  }
}
