package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.platform.reading.MadeDocuments;

/**
 * An editor sends a large file over a line that breaks, pauses, closes the page in the middle and
 * chooses the same file again; what was sent is what readers take.
 */
class LargeFileJourneyIT {
  private static final Pattern PIECES = Pattern.compile("/desk/practices/uploads\\?.*upload=");
  private static final String UNLESS_IT_WENT_ON_BY_ITSELF =
      "button => button.hidden || button.click()";
  private static final int SIZE = 6 * 1024 * 1024;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"en,Manual of bollards", "ar,دليل المراسي"})
  void aLargeFileGoesOnWhereTheLineBroke(String language, String title) throws Exception {
    byte[] content = MadeDocuments.largePdf("Bollard", SIZE);
    Path file = Files.write(folder.resolve("bollards.pdf"), content);
    AtomicInteger pieces = new AtomicInteger();
    try (Window editor = Window.of("editor", language)) {
      String files = begun(editor, language, title);
      editor.go(files);
      Consumer<Route> breaking =
          route -> {
            if (pieces.incrementAndGet() > 3) {
              route.abort("connectionreset");
            } else {
              route.resume();
            }
          };
      editor.page.route(PIECES, breaking);
      editor.find("#title").fill(title);
      editor.find("#file").setInputFiles(file);
      editor.find("#send").click();
      assertThat(editor.find("[data-say=waiting]")).isVisible();
      assertThat(editor.find("#go-on")).isFocused();
      assertThat(editor.find("#sent-part")).not().isEmpty();
      editor.look("large-file-waiting");

      Consumer<Route> held = new Held(2);
      editor.page.route(PIECES, held);
      editor.page.unroute(PIECES, breaking);
      editor.find("#go-on").evaluate(UNLESS_IT_WENT_ON_BY_ITSELF);
      assertThat(editor.find("[data-say=sending]")).isVisible();
      editor.find("#pause").press("Enter");
      assertThat(editor.find("[data-say=paused]")).isVisible();
      assertThat(editor.find("#go-on")).isFocused();
      editor.page.unroute(PIECES, held);

      editor.go(files);
      assertThat(editor.find("#uploads li")).hasCount(1);
      editor.look("large-file-under-way");
      editor.find("#file").setInputFiles(file);
      assertThat(editor.find("#title")).hasValue(title);
      AtomicInteger after = new AtomicInteger();
      editor.page.onRequest(
          request -> {
            if (request.url().contains("upload=")) {
              after.incrementAndGet();
            }
          });
      editor.find("#send").click();
      editor.page.waitForURL(address -> address.endsWith("done=added"));
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(editor.find("#uploads")).hasCount(0);
      assertThat(after.get()).as("pieces that were left").isLessThan(SIZE / (512 * 1024) - 1);
      String taken = editor.find("#files a").getAttribute("href") + "/content";
      assertThat(editor.bytes(taken)).isEqualTo(content);
    }
  }

  @Test
  void whatIsTooLargeOrNoDocumentIsToldAndGivenUpFilesGo() throws Exception {
    try (Window editor = Window.of("editor", "en")) {
      String files = begun(editor, "en", "Quay");
      editor.go(files);
      Path large = folder.resolve("large.pdf");
      try (RandomAccessFile channel = new RandomAccessFile(large.toFile(), "rw")) {
        channel.setLength(200L * 1024 * 1024 + 1);
      }
      editor.find("#title").fill("Quay");
      editor.find("#file").setInputFiles(large);
      editor.find("#send").click();
      assertThat(editor.find("[data-say=large]")).isVisible();
      assertThat(editor.find("#send")).isFocused();

      Path none = Files.write(folder.resolve("none.pdf"), new byte[3 * 1024 * 1024]);
      editor.find("#file").setInputFiles(none);
      editor.find("#send").click();
      assertThat(editor.find("[data-say=refused]")).isVisible();
      assertThat(editor.find("[data-say=refused]")).not().isEmpty();
      editor.look("large-file-refused");

      Path left = Files.write(folder.resolve("left.pdf"), MadeDocuments.largePdf("Quay", SIZE));
      editor.page.route(PIECES, new Held(2));
      editor.find("#file").setInputFiles(left);
      editor.find("#send").click();
      assertThat(editor.find("[data-say=sending]")).isVisible();
      editor.find("#pause").click();
      editor.go(files);
      editor.find("#uploads button").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(editor.find("#uploads")).hasCount(0);
    }
  }

  /** Lets some pieces through and has the next one wait for ever. */
  private static final class Held implements Consumer<Route> {
    private final AtomicInteger left;

    Held(int pieces) {
      left = new AtomicInteger(pieces);
    }

    @Override
    public void accept(Route route) {
      if (left.decrementAndGet() >= 0) {
        route.resume();
      }
    }
  }

  /** The address of the files of a new draft. */
  private static String begun(Window editor, String language, String title) {
    editor.go("/desk/practices/new");
    editor.find("#language").selectOption(language);
    editor.find("#title").fill(title + " 2026");
    editor.find("#theme").selectOption("RISK");
    editor.find("#year").fill("2026");
    for (String field : List.of("#summary", "#contact", "#context", "#problem", "#result")) {
      editor.find(field).fill(title);
    }
    editor.find("#done").fill(title);
    editor.find("#year").press("Enter");
    assertThat(editor.find(".note.ok")).isVisible();
    editor.go("/desk/practices");
    Locator practice =
        editor
            .find("a[href^='/desk/practices/']")
            .filter(new Locator.FilterOptions().setHasText(title + " 2026"))
            .first();
    return practice.getAttribute("href") + "/files";
  }
}
