package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.portolan.running.DebianPackages;

/**
 * A real browser for journeys. Where none is found, Debian's package is installed when that is
 * allowed; else the journeys are reported as skipped with the reason.
 */
final class Chromium {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /** How long a picture is waited for, then another, then a last one. */
  private static final List<Double> SHOT_MILLIS = List.of(3_000.0, 3_000.0, 10_000.0);

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
      Optional<String> program = find().or(Chromium::install);
      Assumptions.assumeTrue(
          program.isPresent(),
          "No Chromium or Chrome here: install Debian's package chromium to run the journeys.");
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
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  private static Optional<String> install() {
    DebianPackages.install("chromium");
    return find();
  }

  /** Keeps a picture of the page and holds it against the accessibility rules. */
  static void look(Page page, String name) {
    picture(page, name);
    // without frames there is nothing that the slower way of the rules would see more of
    var violations =
        new AxeBuilder(page)
            .setLegacyMode(true)
            .options(onlyViolations())
            .analyze()
            .getViolations();
    assertThat(violations)
        .as("accessibility of %s (%s)", name, page.url())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  /** What is in order is checked all the same, but not told piece by piece. */
  private static AxeRunOptions onlyViolations() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
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

  /** Keeps a picture of the page, which must not scroll sideways. */
  static void picture(Page page, String name) {
    keep(page, Path.of("target", "screenshots", name + ".png"), SHOT_MILLIS);
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
  }
}
