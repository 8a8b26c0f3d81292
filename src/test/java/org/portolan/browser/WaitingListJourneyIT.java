package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A centre gives the seats of a session by rules: one officer gets the only seat of the Member,
 * another waits, reads why, takes the seat by the letter when it is given back and gives it back
 * too, so that the next takes it.
 */
class WaitingListJourneyIT {
  private static final String WHY = "Our post opens in spring.";

  @ParameterizedTest
  @CsvSource({"en,AMS", "ar,WCA"})
  void aSeatThatIsGivenBackIsOfferedAndTaken(String language, String region) {
    try (Window centre = Window.of("admin", language);
        Window first = Window.of("editor", language);
        Window second = Window.of("trainee", language);
        Window third = Window.of("vicechair", language)) {
      String id = empty(centre.openSessions("none", region));
      rule(centre, id);

      String seated = apply(first, id);
      assertThat(first.find(".state.pill")).containsText(first.text("enrolment", "state.approved"));
      second.go("/apply/" + id);
      says(second, "#hindrance", "why.now.quota");
      assertThat(second.find("textarea")).isVisible();
      second.look("apply-quota-used-up");
      String waiting = apply(second, id);
      assertThat(second.find(".state.pill")).containsText(second.text("enrolment", "state.queued"));
      second.look("application-queued");
      second.find("a[href='/applications/" + waiting + "/why']").click();
      assertThat(second.find("section.section")).hasCount(4);
      says(second, "section[aria-labelledby=seat]", "why.then.quota");
      says(second, "section[aria-labelledby=left]", "why.now.quota");
      says(second, "section[aria-labelledby=needed]", "why.needed.quota");
      second.look("why-no-seat");
      String last = apply(third, id);
      third.go("/applications/" + last + "/why");
      assertThat(third.find("section[aria-labelledby=before] ol li")).hasCount(1);
      says(third, "section[aria-labelledby=before]", "why.before.agreed");
      third.look("why-another-is-before");

      centre.go("/desk/centre/session/" + id + "/seats");
      centre.find("table details summary").first().click();
      centre.find("button[value=offer]").first().click();
      assertThat(centre.find("td .field.bad .error"))
          .containsText(centre.text("enrolment", "refusal.reason-needed"));
      centre.look("seats-reason-missing");

      first.go("/applications/" + seated);
      first.find("button[name=withdraw]").click();
      second.go("/applications/" + waiting);
      assertThat(second.find(".state.pill"))
          .containsText(second.text("enrolment", "state.offered"));
      second.look("application-offered");
      taken(language, Letters.link(language, "trainee@demo.portolan.example"));
      second.page.reload();
      assertThat(second.find(".state.pill"))
          .containsText(second.text("enrolment", "state.approved"));
      looksBack(centre, id);

      second.find("button[name=withdraw]").click();
      third.go("/applications/" + last);
      third.find("button[name=accept]").click();
      assertThat(third.find(".note.ok")).containsText(third.text("enrolment", "said.accepted"));
      assertThat(third.find(".state.pill")).containsText(third.text("enrolment", "state.approved"));
      third.look("application-offer-taken");

      // others apply for this session too
      third.find("button[name=withdraw]").click();
      unrule(centre, id);
    }
  }

  /** By the links of the letter, by somebody who is not signed in. */
  private static void taken(String language, String letter) {
    // written in the language of the officer, who reads on in another
    String link = letter.replaceFirst("lang=..", "lang=" + language);
    try (Window officer = Window.of(language)) {
      officer.go(link);
      assertThat(officer.find("#accept")).isFocused();
      officer.look("offer");
      officer.find("#decline").click();
      assertThat(officer.find("#sure")).isVisible();
      officer.go(link.replace("answer=accept", "answer=decline"));
      assertThat(officer.find("#decline")).isFocused();
      officer.look("offer-leaving");
      officer.find("#accept").click();
      assertThat(officer.find("#state")).hasText(officer.text("enrolment", "offer.state.taken"));
      officer.look("offer-taken");
      officer.go(link);
      assertThat(officer.find("#state")).hasText(officer.text("enrolment", "offer.state.taken"));
      assertThat(officer.find("form")).hasCount(0);
      officer.go("/offer?token=1.1.1.none");
      assertThat(officer.find(".lede")).hasText(officer.text("enrolment", "offer.state.unknown"));
      officer.look("offer-unknown");
    }
  }

  /** As the seats stand now, and as the line that offered one left them. */
  private static void looksBack(Window centre, String id) {
    centre.go("/desk/centre/session/" + id + "/seats");
    centre.find("a[href='/desk/centre/session/" + id + "/ledger']").click();
    assertThat(centre.find("section[aria-labelledby=stood] .state.pill").first())
        .containsText(centre.text("enrolment", "state.approved"));
    centre.look("ledger");
    centre
        .find("section[aria-labelledby=lines] tr")
        .filter(
            new Locator.FilterOptions()
                .setHasText(centre.text("enrolment", "ledger.event.offered")))
        .locator("a")
        .first()
        // its first box is that of words which only programs read: nothing to point at
        .press("Enter");
    assertThat(centre.find("section[aria-labelledby=stood] .state.pill").first())
        .containsText(centre.text("enrolment", "state.offered"));
    centre.find("details summary").first().click();
    centre.look("ledger-before");
  }

  /** What stands around the names and numbers of an answer. */
  private static void says(Window officer, String place, String key) {
    for (String words : officer.text("enrolment", key).split("\\{\\d}")) {
      if (!words.isBlank()) {
        assertThat(officer.find(place)).containsText(words.strip());
      }
    }
  }

  private static void rule(Window centre, String id) {
    centre.go("/desk/centre/session/" + id + "/seats");
    centre.look("seats");
    centre.find("#queue").fill("many");
    centre.find("#q-code-0").fill("QQ");
    centre.find("#q-kind-0").selectOption("member");
    centre.find("#q-count-0").fill("1");
    centre.find("button[value=save]").click();
    assertThat(centre.find("#queue-error"))
        .containsText(centre.text("enrolment", "rules.problem.number"));
    assertThat(centre.find("#q-code-0")).hasValue("QQ");
    centre.look("seats-wrong");
    centre.find("#queue").fill("5");
    centre.find("#offer").fill("48");
    centre.find("#q-code-0").fill("xs");
    centre.find("button[value=try]").click();
    assertThat(centre.find(".note[role=status]")).isVisible();
    centre.look("seats-tried");
    centre.find("button[value=save]").click();
    assertThat(centre.find(".note.ok")).containsText(centre.text("enrolment", "seats.done.saved"));
    assertThat(centre.find("#q-code-0")).hasValue("XS");
  }

  private static void unrule(Window centre, String id) {
    centre.go("/desk/centre/session/" + id + "/seats");
    for (String field : new String[] {"queue", "offer"}) {
      centre.find("#" + field).fill("0");
    }
    for (String field : new String[] {"q-code-0", "q-count-0"}) {
      centre.find("#" + field).fill("");
    }
    centre.find("button[value=save]").click();
    assertThat(centre.find(".note.ok")).containsText(centre.text("enrolment", "seats.done.saved"));
    assertThat(centre.find("#q-code-0")).hasValue("");
  }

  private static String apply(Window officer, String id) {
    officer.go("/calendar/session/" + id);
    officer.find("a[href='/apply/" + id + "']").click();
    officer.find("textarea").fill(WHY);
    officer.find("form .btn:not(.quiet)").click();
    assertThat(officer.find(".timeline")).isVisible();
    return officer.shown();
  }

  private static String empty(List<Map<String, Object>> sessions) {
    return sessions.stream()
        .filter(each -> ((Number) ((Map<?, ?>) each.get("seats")).get("taken")).intValue() == 0)
        .map(each -> String.valueOf(((Number) each.get("id")).longValue()))
        .findFirst()
        .orElseThrow();
  }
}
