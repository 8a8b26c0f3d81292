package org.portolan.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portolan.platform.reading.HostileFiles.Hostile;

/**
 * Hostile files, each read by the real process: how long it takes and how much memory, whether
 * anybody is called, and what is left. A tenth of them each time, all of them in a drill.
 */
class HostileFilesTest {
  private static final boolean ALL = Boolean.getBoolean("portolan.drill");
  private static final int TENTH = 10;

  /** Beside the nine seconds of the process: its start and its end, on a busy machine. */
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private static final long MOST_KILOBYTES = 256 * 1024;

  @TempDir private Path folder;

  private final AtomicInteger called = new AtomicInteger();
  private final AtomicLong peak = new AtomicLong();

  @Test
  void noneHarmsWhoReadsIt() throws Exception {
    Path slipped = Path.of("/tmp/portolan-slipped");
    Path tooSlipped = Path.of("/tmp/portolan-slipped-too");
    assertThat(slipped).doesNotExist();
    List<String> said = new ArrayList<>();
    long slowest = 0;
    long slowestDrawn = 0;
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread counting = daemon(() -> count(listening));
      Thread watching = daemon(this::watch);
      List<Hostile> files = HostileFiles.all(listening.getLocalPort());
      assertThat(files).hasSizeGreaterThanOrEqualTo(80);
      for (int i = 0; i < files.size(); i += ALL ? 1 : TENTH) {
        Hostile file = files.get(i);
        Path path = Files.write(folder.resolve("file"), file.content().get());
        peak.set(0);
        long before = System.nanoTime();
        String outcome = read(path);
        long took = (System.nanoTime() - before) / 1_000_000;
        slowest = Math.max(slowest, took);
        said.add("%s: %s, %d ms, %d MB".formatted(file.name(), outcome, took, peak.get() / 1024));
        assertThat(took).as(file.name()).isLessThan(LONGEST.toMillis());
        assertThat(peak.get()).as("memory for %s", file.name()).isLessThan(MOST_KILOBYTES);

        peak.set(0);
        before = System.nanoTime();
        outcome = draw(path);
        took = (System.nanoTime() - before) / 1_000_000;
        slowestDrawn = Math.max(slowestDrawn, took);
        said.add("  drawn: %s, %d ms, %d MB".formatted(outcome, took, peak.get() / 1024));
        assertThat(took).as("drawing %s", file.name()).isLessThan(LONGEST.toMillis());
        assertThat(peak.get()).as("memory to draw %s", file.name()).isLessThan(MOST_KILOBYTES);
      }
      counting.interrupt();
      watching.interrupt();
    }
    said.forEach(System.out::println);
    System.out.printf("slowest: read in %d ms, drawn in %d ms%n", slowest, slowestDrawn);
    assertThat(called).as("who was called").hasValue(0);
    assertThat(slipped).doesNotExist();
    assertThat(tooSlipped).doesNotExist();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("what is left").containsExactly(folder.resolve("file"));
    }
  }

  private String read(Path file) throws IOException {
    try {
      FoundText text =
          LimitedReading.readIn(
              Files.createTempDirectory(folder, ""), Reading.TEXT, file, FoundText::of);
      assertThat(text.parts().stream().mapToInt(String::length).sum())
          .isLessThanOrEqualTo(TextParts.MOST + TextParts.MOST_OF_PART);
      assertThat(String.join("", text.parts())).doesNotContain("root:x:0");
      return text.format() + (text.locked() ? " locked" : " " + text.parts().size() + " parts");
    } catch (NotReadable e) {
      return e.reason().name();
    }
  }

  private String draw(Path file) throws IOException {
    try {
      return LimitedReading.readIn(
              Files.createTempDirectory(folder, ""), Reading.PICTURE, file, FoundPicture::of)
          .map(picture -> picture.width() + " x " + picture.height())
          .orElse("none");
    } catch (NotReadable e) {
      return e.reason().name();
    }
  }

  private void count(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        listening.accept().close();
        called.incrementAndGet();
      } catch (IOException e) {
        return; // it was closed at the end
      }
    }
  }

  /** The most memory that a process of ours ever had, as the system counts it. */
  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      ProcessHandle.current()
          .children()
          .map(child -> Path.of("/proc/" + child.pid()))
          .filter(HostileFilesTest::reads)
          .map(process -> process.resolve("status"))
          .forEach(status -> peak.accumulateAndGet(highest(status), Math::max));
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Until it is that, it is a copy of ourselves, with all that we have. */
  private static boolean reads(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).contains("ReadingMain");
    } catch (IOException e) {
      return false;
    }
  }

  private static long highest(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it ended meanwhile, or the system tells nothing
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
