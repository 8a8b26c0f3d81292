package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An administration sends two officers with a letter and keeps an alternate; the centre selects by
 * its criteria and says why it passes one over; the alternate takes over the seat.
 */
class NominationJourneyIT {
  /** Longer than anything in an address. */
  private static final String WORDS =
      "Leads the unit that needs it. "
          + "Knows the free zones of the coast well. ".repeat(9).strip();

  private static final String WHY =
      "Only this officer has audited a free zone. "
          + "The others have worked at the airport. ".repeat(9).strip();

  private static final String DOMAIN = "@demo.portolan.example";
  private static final String WHOLE = "supervisor:5 coordinator centre:7 donor:7";

  @ParameterizedTest
  @CsvSource({
    "en,abdou.bassole,adjoua.farota,aissata.diakore",
    "ar,issa.konebaya,boubacar.ndiambe,hamidou.kamboule"
  })
  void anAlternateTakesOverTheSeatOfANominee(
      String language, String one, String other, String alternate) throws IOException {
    try (Window coordinator = Window.of("coordinator", language);
        Window centre = Window.of("centre", language);
        Window donor = Window.of("donor", language)) {
      String session =
          String.valueOf(
              ((Number) coordinator.openSessions(WHOLE, "WCA").get(0).get("id")).longValue());
      coordinator.go("/calendar/session/" + session);
      coordinator.find("a[href='/desk/nominations/" + session + "']").click();
      coordinator.look("nomination-" + language + "-begun");
      // others may be on the list already
      int first = coordinator.find("#nominees ~ ol > li").count();
      list(coordinator, "nobody" + DOMAIN, false);
      assertThat(coordinator.find("#email-error"))
          .containsText(coordinator.text("nomination", "refusal.unknown-officer"));
      assertThat(coordinator.find("#words")).hasValue(WORDS);
      list(coordinator, one + DOMAIN, false);
      list(coordinator, other + DOMAIN, false);
      list(coordinator, alternate + DOMAIN, true);
      attach(coordinator, "<html>no letter</html>".getBytes(StandardCharsets.UTF_8));
      assertThat(coordinator.find(".note.err")).isVisible();
      coordinator.look("nomination-letter-refused");
      attach(coordinator, letter());
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("nomination", "done.letter"));
      coordinator.find("#reason").fill("");
      coordinator.find("#hand-in").click();
      assertThat(coordinator.find("#reason-error"))
          .containsText(coordinator.text("nomination", "refusal.nomination-reason-needed"));
      coordinator.find("#reason").fill("The audit of free zones begins in spring.");
      coordinator.find("#hand-in").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("nomination", "done.handed-in"));
      coordinator.look("nomination-handed-in");

      select(centre, session, name(coordinator, first + 1), name(coordinator, first));
      String application = application(coordinator, first + 1);
      centre.go("/applications/" + application);
      assertThat(centre.find("#content, main").first()).containsText(WHY);
      donor.go("/desk/decisions?session=" + session);
      donor
          .find("form:has(input[name=application][value='" + application + "']) [value=approve]")
          .click();
      assertThat(donor.find(".note.ok")).isVisible();

      coordinator.go("/desk/nominations/" + session);
      String row = "#nominees ~ ol > li:nth-child(" + (first + 2) + ") ";
      coordinator.find(row + "details summary").click();
      coordinator.find(row + "[name=why]").fill("Is posted abroad.");
      coordinator.find(row + "[value=replace]").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("nomination", "done.replaced"));
      assertThat(coordinator.find(row + ".state.pill").first())
          .containsText(coordinator.text("enrolment", "state.approved"));
      coordinator.look("nomination-replaced");
      coordinator.go("/desk/nominations");
      coordinator.look("nominations");
    }
  }

  private static void list(Window coordinator, String email, boolean alternate) {
    coordinator.find("#email").fill(email);
    coordinator.find("#words").fill(WORDS);
    if (alternate) {
      coordinator.find("#alternate").check();
    }
    coordinator.find("#put").click();
  }

  private static void attach(Window coordinator, byte[] content) {
    coordinator
        .find("#file")
        .setInputFiles(new FilePayload("letter.pdf", "application/pdf", content));
    coordinator.find("#attach").click();
  }

  private static byte[] letter() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static String name(Window coordinator, int at) {
    return coordinator.find("#nominees ~ ol > li h3 bdi").nth(at).innerText();
  }

  private static String application(Window coordinator, int at) {
    return coordinator
        .find("#nominees ~ ol > li a[href^='/applications/']")
        .nth(at)
        .getAttribute("href")
        .replaceAll("\\D", "");
  }

  /** Chooses one whom another stands before in the ranking. */
  private static void select(Window centre, String session, String chosen, String before) {
    centre.go("/desk/centre/session/" + session + "/selection");
    centre.find("#weight-home").selectOption("5");
    centre.find("#weight-unserved").selectOption("1");
    centre.find("#compare").click();
    assertThat(centre.find(".note.ok"))
        .containsText(centre.text("nomination", "selection.done.ruled"));
    assertThat(centre.find("table.selection")).containsText(before);
    assertThat(centre.find("table.selection blockquote").first()).hasText(WORDS);
    centre.look("selection");
    centre.find("tr:has-text('" + chosen + "') input[name=pick]").check();
    centre.find("#select").click();
    assertThat(centre.find("#reason-error"))
        .containsText(centre.text("nomination", "refusal.passed-over"));
    assertThat(centre.find("tr:has-text('" + chosen + "') input[name=pick]")).isChecked();
    centre.look("selection-reason-missing");
    centre.find("#reason").fill(WHY);
    centre.find("#select").click();
    assertThat(centre.find(".note[role=status]"))
        .containsText(centre.text("enrolment", "outcome.selected"));
  }
}
