package org.portolan.platform.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.config.Installation;
import org.portolan.platform.reading.NotReadable.Reason;

/**
 * Looks into files that people sent. Each is looked into by a process of its own; a few at once,
 * the others wait, and those who would wait too long are told to come back.
 */
@ApplicationScoped
public class LimitedReading {
  private static final int AT_ONCE = 2;
  private static final Duration WAIT = Duration.ofSeconds(15);

  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * The system sees to it that a process takes no more memory of any kind; one that does not know
   * this limit goes on without.
   */
  private static final String LIMIT_THEN_RUN = "ulimit -d 204800 2>/dev/null; exec \"$@\"";

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  @Inject private Installation installation;

  /** Takes a second or so, and up to half a minute where a file is made to take long. */
  public ReadFacts read(Reading what, Path file) throws NotReadable {
    return read(what, file, (facts, folder) -> facts);
  }

  /** What is written in a file; takes a second or so, and ten where it is long. */
  public FoundText text(Path file) throws NotReadable {
    return read(Reading.TEXT, file, FoundText::of);
  }

  /** How the first page of a file looks; empty where it has none that could be drawn. */
  public Optional<FoundPicture> picture(Path file) throws NotReadable {
    return read(Reading.PICTURE, file, FoundPicture::of);
  }

  /** Takes over what the process said and left in its folder, which is gone afterwards. */
  interface Taking<T> {
    T take(ReadFacts facts, Path folder) throws NotReadable, IOException;
  }

  private <T> T read(Reading what, Path file, Taking<T> taking) throws NotReadable {
    boolean taken = false;
    try {
      taken = places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!taken) {
        throw new NotReadable(Reason.BUSY);
      }
      return readIn(folder(), what, file, taking);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadable(Reason.BUSY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (taken) {
        places.release();
      }
    }
  }

  private Path folder() throws IOException {
    Path all = installation.data().resolve("reading");
    Files.createDirectories(all);
    return Files.createTempDirectory(all, "");
  }

  static ReadFacts readIn(Path folder, Reading what, Path file) throws NotReadable, IOException {
    return readIn(folder, what, file, (facts, left) -> facts);
  }

  static <T> T readIn(Path folder, Reading what, Path file, Taking<T> taking)
      throws NotReadable, IOException {
    try {
      ReadFacts facts =
          new ChildProcess(
                  command(what, file.toAbsolutePath(), folder.toAbsolutePath()),
                  folder,
                  what.longest())
              .run();
      return taking.take(facts, folder);
    } finally {
      remove(folder);
    }
  }

  static List<String> command(Reading what, Path file, Path folder) {
    List<String> command = new ArrayList<>();
    if (what.draws() && Files.isExecutable(SHELL)) {
      command.addAll(List.of(SHELL.toString(), "-c", LIMIT_THEN_RUN, "limit"));
    }
    command.addAll(java(what, file, folder));
    return command;
  }

  private static List<String> java(Reading what, Path file, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + what.megabytes() + "m",
        "-Xss1m",
        "-XX:MaxMetaspaceSize=64m",
        "-XX:ReservedCodeCacheSize=32m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName(),
        "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
        "-cp",
        classPath(what),
        ReadingMain.class.getName(),
        what.name(),
        file.toString(),
        String.valueOf(what.longest().toSeconds()));
  }

  private static String classPath(Reading what) {
    return Stream.concat(Stream.of(ReadingMain.class), what.libraries().stream())
        .map(LimitedReading::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The folder or library that a class of ours was loaded from. */
  private static String place(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      // the server names the file of the class where it stands in a folder
      Path file = Path.of(type.getName().replace('.', '/') + ".class");
      return place.endsWith(file)
          ? place
              .getRoot()
              .resolve(place.subpath(0, place.getNameCount() - file.getNameCount()))
              .toString()
          : place.toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from nowhere", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
