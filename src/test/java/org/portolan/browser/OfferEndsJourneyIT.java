package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;

/**
 * An offered seat that nobody answers is gone when the offer ends, and whoever waited reads so. No
 * form gives an offer less than an hour: the ledger of this session begins with rules that do.
 */
class OfferEndsJourneyIT {
  /** Long enough to be looked at. */
  private static final Duration OFFER = Duration.ofSeconds(25);

  /** In which the books are looked through, and some more. */
  private static final Duration KEEPING = Duration.ofSeconds(40);

  private static final Clock WALL = Clock.systemUTC();

  @Test
  void anOfferThatNobodyAnswersEnds() throws InterruptedException {
    try (Window centre = Window.of("centre", "en");
        Window holder = Window.of("editor", "en");
        Window waits = Window.of("trainee", "en");
        Window reads = Window.of("trainee", "ar")) {
      String id = session(centre);
      offersEndSoon(id);
      String seat = apply(holder, id, holder.text("calendar", "apply.long"), "session-one-seat");
      assertThat(seats(centre, id)).containsEntry("entry", "list");
      String application =
          apply(waits, id, waits.text("catalog", "apply.list"), "session-waiting-list");
      assertThat(((Number) seats(centre, id).get("waiting")).intValue()).isEqualTo(1);
      holder.go("/applications/" + seat);
      holder.find("button[name=withdraw]").click();
      Instant latest = WALL.instant().plus(OFFER).plus(KEEPING);
      waits.go("/applications/" + application);
      assertThat(waits.find(".state.pill")).containsText(waits.text("enrolment", "state.offered"));
      String link = Letters.link("en", "trainee@demo.portolan.example");

      String ended = waits.text("enrolment", "state.lapsed");
      while (!waits.find(".state.pill").innerText().contains(ended)
          && WALL.instant().isBefore(latest)) {
        Thread.sleep(1000);
        waits.page.reload();
      }
      assertThat(waits.find(".state.pill")).containsText(ended);
      assertThat(waits.find("button[name=accept]")).hasCount(0);
      waits.look("application-offer-ended");
      reads.go("/applications/" + application);
      assertThat(reads.find(".timeline .stop"))
          .containsText(reads.text("enrolment", "step.stop.lapsed"));
      reads.look("application-offer-ended");
      tooLate(link, "en");
      tooLate(link, "ar");
      waits.find("a[href='/applications/" + application + "/why']").click();
      assertThat(waits.find("section[aria-labelledby=seat]"))
          .containsText(waits.text("enrolment", "why.state.lapsed"));
    }
  }

  /** Whoever is not signed in follows the link of the letter when the offer has ended. */
  private static void tooLate(String link, String language) {
    try (Window officer = Window.of(language)) {
      officer.go(link.replaceFirst("lang=..", "lang=" + language));
      assertThat(officer.find("#state")).hasText(officer.text("enrolment", "offer.state.ended"));
      assertThat(officer.find("form")).hasCount(0);
      officer.look("offer-ended");
    }
  }

  /** As programs read them. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> seats(Window window, String id) {
    return (Map<String, Object>) window.json("/api/v1/sessions/" + id).get("seats");
  }

  private static void offersEndSoon(String session) {
    PackagedApplication.shared()
        .database()
        .update(
            "INSERT INTO seat_line (session_id, number, event, happened_at, detail)"
                + " SELECT id, 1, 'rules', UTC_TIMESTAMP(6), CONCAT('capacity=', seats,"
                + " ' margin=0 queue=5 offer=', ?, ' quiet=PT0S starts=',"
                + " DATE_FORMAT(starts_at, '%Y-%m-%dT%H:%i:%sZ'), ' open=true')"
                + " FROM training_session WHERE id = ?",
            OFFER.toString(), session);
  }

  /** With one seat, at an hour of its own. */
  private static String session(Window centre) {
    String day = LocalDate.now(WALL).plusDays(40).toString();
    centre.go("/desk/centre/session");
    centre.find("#course").selectOption(centre.find("#course option").nth(3).getAttribute("value"));
    centre.find("#firstDay").fill(day);
    centre.find("#lastDay").fill(day);
    centre.find("#start").fill("07:13");
    centre.find("#end").fill("16:00");
    centre.find("#venue").fill("Offer that ends");
    centre.find("#seats").fill("1");
    centre.find("input[name=languages][value=fr]").check();
    centre.find("#ask-coordinator").uncheck();
    centre.find("#publish").click();
    assertThat(centre.find(".note.ok")).isVisible();
    return centre.openSessions().stream()
        .filter(session -> String.valueOf(session.get("start")).startsWith(day + "T07:13"))
        .map(session -> String.valueOf(((Number) session.get("id")).longValue()))
        .findFirst()
        .orElseThrow();
  }

  private static String apply(Window officer, String id, String door, String look) {
    officer.go("/calendar/session/" + id);
    assertThat(officer.find("a[href='/apply/" + id + "']")).hasText(door);
    officer.look(look);
    officer.find("a[href='/apply/" + id + "']").click();
    officer.find("textarea").fill("Our post opens in spring.");
    officer.find("form .btn:not(.quiet)").click();
    officer.page.waitForLoadState(LoadState.LOAD);
    assertThat(officer.find(".timeline")).isVisible();
    return officer.shown();
  }
}
