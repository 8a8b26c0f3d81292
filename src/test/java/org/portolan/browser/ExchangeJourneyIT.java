package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.SheetFile;

/** The Secretariat takes the people of a Member out, edits the table and puts it in again. */
class ExchangeJourneyIT {
  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
  private static final int MANY = 2_500;
  private static final double PATIENCE = 120_000;

  @ParameterizedTest
  @CsvSource({"en,xlsx", "ar,csv"})
  void fromTheExportToTheUndoing(String language, String form) {
    try (Window desk = Window.of("secretariat", language)) {
      desk.page.locator("header .menu summary").last().click();
      desk.page.locator("header a[href='/desk/exchange']").click();
      desk.find("a[href='/desk/exchange?kind=people']").click();
      desk.look("exchange");
      SheetFile table = export(desk, form);

      upload(desk, "", null);
      assertThat(desk.find(".note.err"))
          .hasText(desk.text("administration", "exchange.problem.none"));

      SheetFile wrong = table.copy();
      wrong
          .set(2, "language", "xx")
          .set(2, "given", "")
          .set(3, "email", "other@demo.portolan.example");
      upload(desk, "wrong." + form, wrong.as(form));
      assertThat(desk.find("#wrong")).isVisible(patiently());
      assertThat(desk.find("#wrong tbody tr")).hasCount(3);
      assertThat(desk.find("#wrong")).containsText("email");
      assertThat(desk.find("button[value='apply']")).hasCount(0);
      desk.look("import-wrong");
      desk.find("button[value='discard']").click();

      SheetFile right = table.copy();
      right.set(2, "post", "Head of training").set(3, "post", "رئيسة قسم");
      for (int i = 0; i < MANY; i++) {
        right.add(row(language, i));
      }
      upload(desk, "right." + form, right.as(form));
      assertThat(desk.find("#count-new")).hasText(Integer.toString(MANY), textPatiently());
      assertThat(desk.find("#count-changed")).hasText("2");
      assertThat(desk.find("#changing")).containsText("Head of training");
      desk.look("import-dry-run");
      String address = desk.address();
      desk.find("button[value='apply']").click();
      assertThat(desk.find("#progress")).isVisible();
      assertThat(desk.find("#state.applied")).isVisible(patiently());
      assertThat(desk.address()).isEqualTo(address);
      assertThat(export(desk, form).size()).isEqualTo(table.size() + MANY);
      desk.go(address);
      desk.look("import-applied");

      desk.find("button[value='undo']").click();
      assertThat(desk.find("#state.undone")).isVisible(patiently());
      desk.look("import-undone");
      assertThat(export(desk, form).as("csv")).isEqualTo(table.as("csv"));
      desk.look("exchange-used");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void theirOwnDataAndTheErasuresReadWell(String language) {
    try (Window own = Window.of("trainee", language)) {
      own.go("/account/data");
      own.look("own-data");
    }
    try (Window desk = Window.of("secretariat", language)) {
      desk.go("/desk/erasures");
      desk.look("erasures");
    }
  }

  @ParameterizedTest
  @CsvSource({"en,xlsx", "ar,csv"})
  void aListToInviteIsSentAsAFile(String language, String form) {
    try (Window desk = Window.of("coordinator", language)) {
      desk.go("/desk/people/invite");
      SheetFile table =
          SheetFile.read(form, desk.bytes(desk.find("#template-" + form).getAttribute("href")));
      table.add(
          Map.of(
              "given",
              "Cedric",
              "family",
              "Zu" + language + form,
              "email",
              "file." + language + "@customs.example",
              "language",
              "fr"));
      table.add(
          Map.of("given", "Mariam", "family", "Sissokho", "email", language + "@else.example"));
      table.add(Map.of("given", "Nobody", "family", "N", "email", "nothing", "post", "=1+1"));
      desk.find("#file").setInputFiles(file("officers." + form, table.as(form)));
      desk.find("#check-file").click();
      assertThat(desk.find(".state.ok")).hasCount(1);
      assertThat(desk.find(".state.wait")).hasCount(1);
      assertThat(desk.find(".state.no")).hasCount(1);
      assertThat(desk.main()).containsText(desk.text("people", "problem.formula"));
      assertThat(desk.find("#list")).hasValue(Pattern.compile("file\\." + language));
      desk.look("invite-file");
      desk.find("#confirm").click();
      assertThat(desk.main()).containsText("file." + language + "@customs.example");

      desk.go("/desk/people/invite");
      desk.find("#file").setInputFiles(file("letter.pdf", PDF));
      desk.find("#check-file").click();
      assertThat(desk.find(".note.err")).hasText(desk.text("platform", "exchange.file.format"));
    }
  }

  private static Map<String, String> row(String language, int i) {
    return Map.of(
        "code", "DEMO-J-" + language + "-" + i,
        "given", "Given" + i,
        "family", "Family" + i,
        "email", "journey." + language + i + "@demo.portolan.example",
        "member", "XN",
        "language", "en",
        "post", "Inspector");
  }

  private static SheetFile export(Window desk, String form) {
    desk.go("/desk/exchange?kind=people");
    assertThat(desk.find("form[action='/desk/exchange/export'] #extent option[value='member:XN']"))
        .hasCount(1);
    assertThat(desk.find("#download")).isVisible();
    return SheetFile.read(
        form, desk.bytes("/desk/exchange/export?kind=people&extent=member:XN&format=" + form));
  }

  private static void upload(Window desk, String name, byte[] content) {
    desk.go("/desk/exchange?kind=people");
    if (content != null) {
      desk.find("#file").setInputFiles(file(name, content));
    }
    desk.find("#upload").click();
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.HasTextOptions textPatiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }
}
