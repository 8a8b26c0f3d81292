package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.portolan.platform.reading.HostileFiles;
import org.portolan.platform.reading.HostileFiles.Hostile;

/**
 * Hostile files, sent to a running node by its form: each is kept or refused in words, none calls
 * anybody, and the node answers others meanwhile. A tenth of them each time, all in a drill.
 */
class HostileUploadsIT {
  private static final boolean ALL = Boolean.getBoolean("portolan.drill");
  private static final int TENTH = 10;
  private static final int OF_ONE_PRACTICE = 38;
  private static final int LARGEST = 20 * 1024 * 1024;
  private static final Duration PING = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofMinutes(5);

  private final AtomicInteger called = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void theNodeKeepsOrRefusesThemAndIsNotDisturbed() throws Exception {
    PackagedApplication application = PackagedApplication.shared();
    Visitor editor = Visitor.signedIn(application, "editor");
    int sent = 0;
    int kept = 0;
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread counting = daemon(() -> count(listening));
      Thread pinging = daemon(() -> ping(new Visitor(application)));
      String code = null;
      List<Hostile> files = HostileFiles.all(listening.getLocalPort());
      for (int i = 0; i < files.size(); i += ALL ? 1 : TENTH) {
        if (sent % OF_ONE_PRACTICE == 0) {
          code = AttachmentUploadIT.draft(application);
        }
        byte[] content = files.get(i).content().get();
        String name = files.get(i).name().replaceAll("[\"\\r\\n\\u0000]", "'");
        if (content.length > LARGEST) {
          continue;
        }
        HttpResponse<String> answer =
            editor.upload(
                "/desk/practices/files?practice=" + code,
                Map.of("title", "File " + i, "language", "en"),
                name,
                content);
        sent++;
        assertThat(answer.statusCode()).as(name).isEqualTo(302);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).as(name).containsPattern("\\?(done=added|file=[a-z-]+)$");
        kept += back.endsWith("added") ? 1 : 0;
      }
      Instant limit = Instant.now().plus(READ);
      while (waiting(application) > 0 && Instant.now().isBefore(limit)) {
        Thread.sleep(500);
      }
      over.set(true);
      pinging.join();
      listening.close();
      counting.join();
    }
    System.out.printf(
        "%d hostile files sent, %d kept, %d pings, slowest %d ms%n",
        sent, kept, pings.get(), slowest.get());
    assertThat(waiting(application)).as("never looked at").isZero();
    assertThat(kept).isPositive().isLessThan(sent);
    assertThat(called).as("who was called").hasValue(0);
    assertThat(pings.get()).isGreaterThan(10);
    assertThat(slowest.get()).as("ping in ms").isLessThan(PING.toMillis());
    assertThat(
            application
                .database()
                .number(
                    "SELECT COUNT(*) FROM attachment WHERE file_name REGEXP '[/<>:\"|*?]'"
                        + " OR file_name LIKE '%.exe' OR file_name LIKE '.%'"))
        .isZero();
  }

  private static long waiting(PackagedApplication application) {
    return application
        .database()
        .number(
            "SELECT COUNT(*) FROM attachment WHERE reading = 'waiting'"
                + " OR picture_try_at IS NOT NULL AND picture_tries = 0");
  }

  private void ping(Visitor visitor) {
    while (!over.get()) {
      long before = System.nanoTime();
      assertThat(visitor.get("/api/v1/ping").statusCode()).isEqualTo(200);
      slowest.accumulateAndGet((System.nanoTime() - before) / 1_000_000, Math::max);
      pings.incrementAndGet();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        return;
      }
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

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
