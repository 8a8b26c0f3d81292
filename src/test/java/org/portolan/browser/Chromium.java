package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.portolan.running.DebianPackages;

/**
 * A real browser for journeys: Chromium without all that is for a screen, or with it where there is
 * no other. Where none is found, Debian's package is installed when that is allowed; else the
 * journeys are reported as skipped with the reason.
 */
final class Chromium {
  private static final String WITHOUT_SCREEN = "chromium-headless-shell";

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/" + WITHOUT_SCREEN,
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /** How long a picture is waited for, then another, then a last one. */
  private static final List<Double> SHOT_MILLIS = List.of(3_000.0, 3_000.0, 10_000.0);

  private static final boolean PICTURES = Boolean.getBoolean("portolan.pictures");

  private static final String AXE = axe();

  /** Rules that are broken, each with the first place; what is in order is checked but not told. */
  private static final String VIOLATIONS =
      """
      async () => {
        const results = await axe.run(document, {resultTypes: ['violations'], iframes: false});
        return results.violations.map(rule => rule.id + ': ' + rule.nodes[0].html);
      }""";

  /** How long a page may take to become what is expected, on machines that do much else. */
  private static final double PATIENCE_MILLIS = 20_000;

  private static Browser browser;

  private Chromium() {}

  /**
   * A window of its own, without cookies, in one language.
   *
   * @param scripts whether pages may run any
   */
  static Page open(String language, int width, boolean scripts) {
    return open(language, width, scripts, true);
  }

  /**
   * The same.
   *
   * @param policy whether what a page forbids itself (content security policy) is heeded
   */
  static synchronized Page open(String language, int width, boolean scripts, boolean policy) {
    if (browser == null) {
      Optional<String> program = find();
      Assumptions.assumeTrue(
          program.isPresent(),
          "No Chromium or Chrome here: install Debian's package %s to run the journeys."
              .formatted(WITHOUT_SCREEN));
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of(program.get()))
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-dev-shm-usage",
                              "--disable-gpu",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts)
                .setBypassCSP(!policy)
                // colours are looked at as they are, not on their way
                .setReducedMotion(ReducedMotion.REDUCE));
    return context.newPage();
  }

  private static Optional<String> find() {
    if (!Files.isExecutable(Path.of(PLACES.get(0)))) {
      DebianPackages.install(WITHOUT_SCREEN);
    }
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  /**
   * Holds a page, once it has come whole, against the accessibility rules and sees that it does not
   * scroll sideways and left no session; keeps a picture of it where pictures are wanted.
   */
  static void look(Page page, String name) {
    page.waitForLoadState();
    if (PICTURES) {
      keep(page, Path.of("target", "screenshots", name + ".png"), SHOT_MILLIS);
    }
    boolean sideways =
        (boolean)
            page.evaluate(
                "() => document.documentElement.scrollWidth >"
                    + " document.documentElement.clientWidth");
    assertThat(sideways).as("%s scrolls sideways", name).isFalse();
    assertThat(page.context().cookies())
        .as("cookies after %s", name)
        .extracting(cookie -> cookie.name)
        .doesNotContain("JSESSIONID");
    assertThat(violations(page)).as("accessibility of %s (%s)", name, page.url()).isEmpty();
  }

  /** The rules are brought into a document once, however often it is looked at. */
  private static List<?> violations(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(AXE);
    }
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  private static String axe() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Now and then a browser without a screen draws no frame and the picture never comes. */
  private static void keep(Page page, Path file, List<Double> tries) {
    try {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setTimeout(tries.get(0)).setPath(file));
    } catch (TimeoutError e) {
      if (tries.size() == 1) {
        throw e;
      }
      keep(page, file, tries.subList(1, tries.size()));
    }
  }
}
