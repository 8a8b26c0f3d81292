package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.LoadState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/**
 * An offered seat that nobody answers is gone once the session begins, which is the latest end of
 * any offer. There is no other clock in a browser than that of the wall: it waits for it.
 */
class OfferEndsJourneyIT {
  private static final Clock WALL = Clock.system(ZoneId.of("Africa/Abidjan"));

  /** Long enough for everything that comes before the start. */
  private static final int MINUTES = 3;

  private static final Duration SWEEP = Duration.ofSeconds(60);

  @Test
  void anOfferThatNobodyAnswersEnds() throws InterruptedException {
    ZonedDateTime starts =
        ZonedDateTime.now(WALL).plusMinutes(MINUTES).truncatedTo(ChronoUnit.MINUTES);
    assumeTrue(starts.getHour() < 23, "the session ends on the day on which it begins");
    try (Window centre = Window.of("centre", "en");
        Window holder = Window.of("editor", "en");
        Window waits = Window.of("trainee", "en");
        Window reads = Window.of("trainee", "ar")) {
      String id = session(centre, starts);
      String seat = apply(holder, id);
      String application = apply(waits, id);
      holder.go("/applications/" + seat);
      holder.find("button[name=withdraw]").click();
      waits.go("/applications/" + application);
      assertThat(waits.find(".state.pill")).containsText(waits.text("enrolment", "state.offered"));

      Thread.sleep(Math.max(0, Duration.between(WALL.instant(), starts).toMillis()));
      String ended = waits.text("enrolment", "state.lapsed");
      ZonedDateTime latest = starts.plus(SWEEP);
      while (!waits.find(".state.pill").innerText().contains(ended)
          && ZonedDateTime.now(WALL).isBefore(latest)) {
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
      waits.find("a[href='/applications/" + application + "/why']").click();
      assertThat(waits.find("section[aria-labelledby=seat]"))
          .containsText(waits.text("enrolment", "why.state.lapsed"));
    }
  }

  /** One seat, a waiting list, and a start that is near. */
  private static String session(Window centre, ZonedDateTime starts) {
    centre.go("/desk/centre/session");
    centre.find("#course").selectOption(centre.find("#course option").nth(3).getAttribute("value"));
    centre.find("#firstDay").fill(starts.toLocalDate().toString());
    centre.find("#lastDay").fill(starts.toLocalDate().toString());
    centre.find("#start").fill(starts.toLocalTime().toString());
    centre.find("#end").fill("23:59");
    centre.find("#venue").fill("Offer that ends");
    centre.find("#seats").fill("1");
    centre.find("input[name=languages][value=fr]").check();
    centre.find("#ask-coordinator").uncheck();
    centre.find("#publish").click();
    assertThat(centre.find(".note.ok")).isVisible();
    String begin = starts.toLocalDateTime().toString();
    String id =
        centre.openSessions().stream()
            .filter(session -> String.valueOf(session.get("start")).startsWith(begin))
            .map(session -> String.valueOf(((Number) session.get("id")).longValue()))
            .findFirst()
            .orElseThrow();
    centre.go("/desk/centre/session/" + id + "/seats");
    centre.find("#queue").fill("5");
    centre.find("#offer").fill("48");
    centre.find("#quiet").fill("0");
    centre.find("button[value=save]").click();
    assertThat(centre.find(".note.ok")).isVisible();
    return id;
  }

  private static String apply(Window officer, String id) {
    officer.go("/apply/" + id);
    officer.find("textarea").fill("Our post opens in spring.");
    officer.find("form .btn:not(.quiet)").click();
    officer.page.waitForLoadState(LoadState.LOAD);
    assertThat(officer.find(".timeline")).isVisible();
    return officer.shown();
  }
}
