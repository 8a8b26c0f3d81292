package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.calendar.Slots;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;

/** A calendar program that reads a feed again and again ends with what the feed says. */
@ArquillianTest
class SubscriberIT {
  private static final LocalDate DAY = LocalDate.now().plusMonths(2);

  @Inject private CalendarService calendar;
  @Inject private SessionWorkflow workflow;
  @Inject private Scenario scenario;

  private final Subscriber subscriber = new Subscriber();

  /** Takes a session over only where its number has risen, as the strictest programs do. */
  private static final class Subscriber {
    private final Map<String, BiweeklyReader.Told> known = new TreeMap<>();

    void read(String feed) {
      Map<String, BiweeklyReader.Told> told = BiweeklyReader.read(Feeds.nameless(feed));
      known.keySet().retainAll(told.keySet());
      told.forEach(
          (uid, now) ->
              known.merge(uid, now, (was, is) -> is.sequence() > was.sequence() ? is : was));
    }
  }

  @Test
  void anEditAMoveACancellationAndARestorationReachWhoSubscribed() {
    scenario.asCentre();
    long edited = calendar.draft(Scenario.CENTRE, plan(DAY, LocalTime.of(9, 0), "Main hall"));
    long cancelled = calendar.draft(Scenario.CENTRE, plan(DAY, LocalTime.of(9, 0), "Annexe"));
    assertThat(read()).as("drafts are nobody's").doesNotContainKeys(uid(edited), uid(cancelled));

    calendar.publish(edited);
    calendar.publish(cancelled);
    assertThat(read().get(uid(edited)))
        .satisfies(told -> assertThat(told.sequence()).isZero())
        .satisfies(told -> assertThat(told.status()).isEqualTo("CONFIRMED"));

    update(edited, plan(DAY, LocalTime.of(10, 0), "Main hall"));
    assertThat(read().get(uid(edited)).sequence()).isEqualTo(1);

    // at an hour that clocks skip or repeat where they change: it may be told in another way then
    update(edited, plan(DAY.plusDays(200), LocalTime.of(2, 30), "Main hall"));
    update(edited, plan(DAY.plusDays(14), LocalTime.of(10, 0), "Main hall"));
    update(cancelled, plan(DAY.plusDays(7), LocalTime.of(9, 0), "Annexe"));
    assertThat(read().get(uid(edited)).sequence()).as("both, read once").isEqualTo(3);

    calendar.cancel(cancelled);
    assertThat(read().get(uid(cancelled)))
        .satisfies(told -> assertThat(told.sequence()).isEqualTo(2))
        .satisfies(told -> assertThat(told.status()).isEqualTo("CANCELLED"));

    workflow.restore(cancelled, calendar.getOwn(cancelled, Language.EN).version());
    assertThat(read().get(uid(cancelled)))
        .satisfies(told -> assertThat(told.sequence()).isEqualTo(3))
        .satisfies(told -> assertThat(told.status()).isEqualTo("CONFIRMED"));
    update(cancelled, plan(DAY.plusDays(7), LocalTime.of(11, 0), "Annexe"));
    assertThat(read().get(uid(cancelled)).sequence()).isEqualTo(4);

    Subscriber fresh = new Subscriber();
    fresh.read(feed());
    assertThat(subscriber.known).isEqualTo(fresh.known);
    assertThat(subscriber.known.get(uid(edited)).days())
        .isEqualTo(calendar.getOwn(edited, Language.EN).facts().days());
  }

  @Test
  void slotsThatAreChangedMovedAndCancelledReachWhoSubscribed() {
    scenario.asCentre();
    long id =
        calendar.draft(
            Scenario.CENTRE,
            inSlots(DAY, "+0 09:00-12:00 14:00-17:00; +1 09:00-12:00 14:00-17:00"));
    calendar.publish(id);
    readsAsItIs(id, 0);

    // with a free day and half a day at the end, then of another length, then as all others are
    update(id, inSlots(DAY, "+0 09:00-12:00 14:00-17:00; +2 09:00-12:00"));
    readsAsItIs(id, 1);
    update(id, inSlots(DAY, "+0 10:00-11:30; +7 10:00-11:30; +14 10:00-11:30"));
    readsAsItIs(id, 2);
    update(id, plan(DAY, LocalTime.of(9, 0), "Main hall"));
    readsAsItIs(id, 3);
    update(id, inSlots(DAY.plusDays(3), "+0 09:00-12:00 14:00-17:00; +1 10:00-12:00"));
    readsAsItIs(id, 4);

    calendar.cancel(id);
    assertThat(read().get(uid(id)).status()).isEqualTo("CANCELLED");
    readsAsItIs(id, 5);
  }

  private void readsAsItIs(long id, int sequence) {
    assertThat(read().get(uid(id)))
        .satisfies(told -> assertThat(told.sequence()).isEqualTo(sequence))
        .satisfies(
            told ->
                assertThat(told.days()).isEqualTo(calendar.getOwn(id, Language.EN).facts().days()));
  }

  private SessionPlan inSlots(LocalDate day, String slots) {
    return plan(day, LocalTime.of(9, 0), "Main hall")
        .withSlots(
            Slots.read(
                    Pattern.compile("\\+(\\d+)")
                        .matcher(slots)
                        .replaceAll(days -> day.plusDays(Long.parseLong(days.group(1))).toString()))
                .orElseThrow());
  }

  private Map<String, BiweeklyReader.Told> read() {
    subscriber.read(feed());
    return subscriber.known;
  }

  private String feed() {
    SessionFilter filter = SessionFilter.ofCentre(Scenario.CENTRE, LocalDate.now(), null);
    String feed = Feeds.of(calendar.feed(filter, Language.EN));
    assertThat(FeedCheck.problems(feed)).isEmpty();
    return feed;
  }

  private void update(long id, SessionPlan plan) {
    calendar.update(id, calendar.getOwn(id, Language.EN).version(), plan);
  }

  private String uid(long id) {
    return calendar.getOwn(id, Language.EN).facts().code() + "@portolan";
  }

  private SessionPlan plan(LocalDate day, LocalTime start, String venue) {
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course"),
        day,
        day.plusDays(2),
        start,
        start.plusHours(6),
        venue,
        "",
        12,
        List.of("en", "fr"),
        Chain.NONE,
        null,
        false);
  }
}
