package org.portolan.running;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a test needs of the system and may install itself: as root on a Debian-like system. */
public final class DebianPackages {
  private static final Path APT = Path.of("/usr/bin/apt-get");

  private DebianPackages() {}

  /** Tries to install; whoever asked looks again for what they need. */
  public static void install(String... names) {
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT)) {
      return;
    }
    // tests that run side by side may want the same
    try (FileChannel file =
        FileChannel.open(
            Path.of("target", "packages.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      file.lock();
      System.out.println("Installing for the tests: " + String.join(" ", names));
      run(List.of("-qq", "update"));
      List<String> install = new ArrayList<>(List.of("-qq", "-y", "install"));
      install.addAll(List.of(names));
      run(install);
    } catch (IOException e) {
      System.out.println("Could not install: " + e.getMessage());
    }
  }

  private static void run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(APT.toString()));
    command.addAll(arguments);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      System.out.println("Could not run " + APT + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
