package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.portolan.calendar.HeldDay;

/**
 * Reads feeds as calendar programs in browsers do: by ical.js, with the zones of the feed alone.
 * The library is no WebJar; npm brings it once, and it is used when it is the file that we know.
 */
final class IcalJs implements AutoCloseable {
  private static final String PACKAGE = "ical.js@2.2.1";
  private static final Path FOLDER = Path.of("target/npm");
  private static final Path LIBRARY = FOLDER.resolve("node_modules/ical.js/dist/ical.min.js");
  private static final String SHA_512 =
      "98802dd47b6488cba001e0ed2976c3afe2ab8bddad55531f312da95d60be5c9d"
          + "0aa53f3a9b8e4e8417f2261d3e884d48da030c7ee120c0a67a1b2bb991ea6a45";
  private static final long MOST_MINUTES = 3;

  private static final String LOAD =
      "async code => { window.ICAL = (await import('data:text/javascript;base64,' + code)).default }";

  private static final String READ =
      """
      feed => {
        ICAL.TimezoneService.reset();
        const calendar = new ICAL.Component(ICAL.parse(feed));
        for (const zone of calendar.getAllSubcomponents('vtimezone')) {
          ICAL.TimezoneService.register(zone);
        }
        const parts = new Map();
        for (const each of calendar.getAllSubcomponents('vevent')) {
          const uid = each.getFirstPropertyValue('uid');
          parts.set(uid, [...(parts.get(uid) || []), each]);
        }
        const read = {};
        for (const [uid, all] of parts) {
          const whole = all.find(each => !each.hasProperty('recurrence-id'));
          const event = new ICAL.Event(whole,
              {exceptions: all.filter(each => each !== whole), strictExceptions: true});
          const days = [];
          const one = day => days.push(
              [day.startDate.toUnixTime(), day.endDate.toUnixTime()].join(' '));
          if (event.isRecurring()) {
            const each = event.iterator();
            for (let at = each.next(); at; at = each.next()) {
              one(event.getOccurrenceDetails(at));
            }
          } else {
            one(event);
          }
          read[uid] = days;
        }
        return read;
      }""";

  private final Page page = Chromium.open("en", 800, true);

  IcalJs() {
    page.navigate("about:blank");
    page.evaluate(LOAD, Base64.getEncoder().encodeToString(library()));
  }

  /** All days of each event, by its UID. */
  @SuppressWarnings("unchecked")
  Map<String, List<HeldDay>> read(String feed) {
    Map<String, List<String>> read = (Map<String, List<String>>) page.evaluate(READ, feed);
    return read.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                event ->
                    event.getValue().stream()
                        .map(IcalJs::day)
                        .sorted(Comparator.comparing(HeldDay::startsAt))
                        .toList(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static HeldDay day(String seconds) {
    String[] ends = seconds.split(" ");
    return new HeldDay(
        Instant.ofEpochSecond(Long.parseLong(ends[0])),
        Instant.ofEpochSecond(Long.parseLong(ends[1])));
  }

  private static byte[] library() {
    try {
      if (!Files.exists(LIBRARY)) {
        install();
      }
      byte[] library = Files.readAllBytes(LIBRARY);
      assertThat(sha512(library)).as("the file of %s", PACKAGE).isEqualTo(SHA_512);
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() throws IOException {
    Files.createDirectories(FOLDER);
    Path log = FOLDER.resolve("install.log");
    Process npm;
    try {
      npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--no-save",
                  "--no-audit",
                  "--no-fund",
                  "--ignore-scripts",
                  "--prefix",
                  FOLDER.toString(),
                  PACKAGE)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      Assumptions.abort("Install Node with npm to run this.");
      return;
    }
    try {
      boolean ended = npm.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      Assumptions.assumeTrue(
          ended && npm.exitValue() == 0, () -> "npm cannot bring " + PACKAGE + " here, see " + log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      npm.destroy();
    }
  }

  private static String sha512(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    page.context().close();
  }
}
