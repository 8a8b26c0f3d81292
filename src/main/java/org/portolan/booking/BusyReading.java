package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.portolan.booking.BusyAddressRows.Due;
import org.portolan.platform.fetch.Fetched;
import org.portolan.platform.fetch.Fetching;
import org.portolan.platform.fetch.NotFetched;
import org.portolan.platform.secret.SealedBox;

/**
 * Reads addresses whose turn has come. No transaction waits for the other side; what does not
 * answer is asked more and more seldom.
 */
@ApplicationScoped
class BusyReading {
  static final int LARGEST = 2 * 1024 * 1024;
  private static final Logger LOG = Logger.getLogger(BusyReading.class.getName());
  private static final String BEGINS = "BEGIN:VCALENDAR";
  private static final Duration LONGEST_BACKOFF = Duration.ofDays(1);
  private static final int MOST_DOUBLED = 8;

  /** Rules without an end are read on for two years: so often all is read, changed or not. */
  private static final Duration WHOLE = Duration.ofDays(7);

  @Inject private BusyAddressRows rows;
  @Inject private BusyOutcomes outcomes;
  @Inject private Fetching fetching;
  @Inject private SealedBox box;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "portolan.busy.minutes", defaultValue = "60")
  private int minutes;

  /** How often an address is read; 0 where none is. */
  int minutes() {
    return Math.max(0, minutes);
  }

  List<Due> due(int most) {
    return rows.due(clock.instant(), most);
  }

  void read(Due due) {
    try {
      String address =
          box.open(due.sealed(), BusyAddresses.place(due.resource()))
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElse(null);
      if (address == null) {
        failed(due, "sealed");
        return;
      }
      boolean all = due.wholeAt() == null || due.wholeAt().plus(WHOLE).isBefore(clock.instant());
      Fetched fetched =
          fetching.read(address, all ? null : due.tag(), all ? null : due.modified(), LARGEST);
      if (fetched.changed()) {
        take(due, fetched);
      } else {
        outcomes.unchanged(due, next());
      }
    } catch (NotFetched e) {
      failed(due, e.kind().code());
    } catch (UnreadableFile e) {
      failed(due, e.kind().code());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Busy times of resource " + due.resource() + " were not kept", e);
      failed(due, "trouble");
    }
  }

  private void take(Due due, Fetched fetched) throws IOException {
    String text = new String(fetched.body(), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (!text.regionMatches(true, 0, BEGINS, 0, BEGINS.length())) {
      failed(due, "no-calendar");
      return;
    }
    ZoneId home = outcomes.home(due.resource());
    List<Span> spans = BusyFile.read(new StringReader(text), home, clock.instant());
    outcomes.read(due, spans, fetched, next());
  }

  private void failed(Due due, String problem) {
    Duration wait =
        Duration.ofMinutes(minutes()).multipliedBy(1L << Math.min(MOST_DOUBLED, due.failures()));
    outcomes.failed(
        due,
        problem,
        clock.instant().plus(wait.compareTo(LONGEST_BACKOFF) < 0 ? wait : LONGEST_BACKOFF));
  }

  private Instant next() {
    return clock.instant().plus(Duration.ofMinutes(minutes()));
  }
}
