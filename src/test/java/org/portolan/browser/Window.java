package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.portolan.running.AskingCourses;
import org.portolan.running.PackagedApplication;

/** The browser window of one person who reads in one language. */
final class Window implements AutoCloseable {
  private static final int WIDE = 1280;
  private static final int PHONE = 320;
  private static final int HEIGHT = 900;
  private static final int MOST_STOPS = 200;

  final Page page;
  private final PackagedApplication application;
  private final String language;

  private Window(PackagedApplication application, String language, Page page) {
    this.application = application;
    this.language = language;
    this.page = page;
  }

  /** Of a visitor, who has not signed in. */
  static Window of(String language) {
    return of(PackagedApplication.shared(), language);
  }

  static Window of(PackagedApplication application, String language) {
    return new Window(application, language, Chromium.open(language, WIDE, true));
  }

  /** Of a visitor whose browser does not heed the content security policy of pages. */
  static Window withoutPolicy(PackagedApplication application, String language) {
    return new Window(application, language, Chromium.open(language, WIDE, true, false));
  }

  /** Of a visitor whose browser runs no scripts; such a window cannot {@link #look}. */
  static Window withoutScripts(String language) {
    return new Window(PackagedApplication.shared(), language, Chromium.open(language, WIDE, false));
  }

  /** Of one of the people of the demo world. */
  static Window of(String who, String language) {
    Window window = of(language);
    window.go("/sign-in");
    window.signIn(who);
    return window;
  }

  /** From the sign-in page, wherever it leads. */
  void signIn(String who) {
    page.locator("#email").fill(who + "@demo.portolan.example");
    page.locator("#password").fill(PackagedApplication.PASSWORD);
    page.locator("#go").click();
    page.waitForURL(address -> !address.contains("/sign-in"));
  }

  void go(String path) {
    page.navigate(application.url(path));
  }

  Locator main() {
    return page.locator("main");
  }

  Locator find(String selector) {
    return page.locator("main " + selector);
  }

  /** Looks at the page as it is read on a desk and on a phone, by day and by night. */
  void look(String name) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    if (language.equals("en")) {
      Chromium.look(page, name + "-en");
      as(PHONE, ColorScheme.DARK);
      Chromium.look(page, name + "-en-320");
    } else {
      // what is light in one language is dark in the other
      as(WIDE, ColorScheme.DARK);
      Chromium.look(page, name + "-" + language);
      as(PHONE, ColorScheme.LIGHT);
      Chromium.look(page, name + "-" + language + "-320");
    }
    as(WIDE, ColorScheme.LIGHT);
  }

  private void as(int width, ColorScheme scheme) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /** Goes on by the keyboard until something is reached; whoever cannot see a pointer does so. */
  void tabTo(String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press("Tab");
      if ((boolean)
          page.evaluate("wanted => document.activeElement.matches('main ' + wanted)", selector)) {
        return;
      }
    }
    throw new AssertionError("no way by keyboard to " + selector + " on " + page.url());
  }

  /** Counts from the next page on what the person does, by the names of events. */
  void startCounting(String... events) {
    for (String event : events) {
      page.addInitScript(
          "addEventListener('%1$s', e => e.isTrusted && sessionStorage.setItem('%1$s', 1 +"
                  .formatted(event)
              + " Number(sessionStorage.getItem('%s'))), true)".formatted(event));
    }
  }

  int count(String event) {
    return ((Number) page.evaluate("event => Number(sessionStorage.getItem(event))", event))
        .intValue();
  }

  /** Follows what has been reached, to another page. */
  void enter() {
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  /** A text of a bundle as it stands there, for texts without numbers. */
  String text(String feature, String key) {
    String suffix = language.equals("en") ? "" : "_" + language;
    String name = "/org/portolan/" + feature + "/messages" + suffix + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(Window.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.getProperty(key);
  }

  /** The address without the server: what a person would pass on. */
  String address() {
    return page.url().substring(application.url("").length());
  }

  /** The last part of the address, which names what the page shows. */
  String shown() {
    return page.url().replaceAll("[?#].*", "").replaceAll(".*/", "");
  }

  /** What the program interface answers at an address. */
  @SuppressWarnings("unchecked")
  Map<String, Object> json(String path) {
    return (Map<String, Object>)
        page.evaluate("async path => (await fetch(path)).json()", application.url(path));
  }

  /** A text with one name in it. */
  String textWith(String feature, String key, String name) {
    return text(feature, key).replace("{0}", name);
  }

  /** A file that this person may take. */
  byte[] bytes(String path) {
    Object read =
        page.evaluate(
            "async path => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer()))",
            application.url(path));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ((List<?>) read).forEach(each -> bytes.write(((Number) each).intValue()));
    return bytes.toByteArray();
  }

  /** Addresses on a page that look like a pattern, each once and no more than so many. */
  List<String> links(String path, String pattern, int most) {
    go(path);
    return page.locator("main a[href]").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(href -> href.matches(pattern))
        .distinct()
        .limit(most)
        .toList();
  }

  /** The address of a list and those of the pages after it. */
  List<String> pages(String first, int most) {
    List<String> pages = new ArrayList<>();
    String next = first;
    while (next != null && pages.size() < most) {
      pages.add(next);
      go(next);
      Locator more = find("a[rel=next]");
      next = more.count() == 0 ? null : more.first().getAttribute("href");
      if (next != null && next.startsWith("?")) {
        next = first + next;
      }
    }
    return pages;
  }

  String text(String path) {
    return page.request().get(application.url(path)).text();
  }

  /**
   * Sessions that still have seats and have not begun, with the given way of deciding, of one
   * region.
   */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> openSessions(String approval, String region) {
    List<Map<String, Object>> sessions =
        (List<Map<String, Object>>)
            json("/api/v1/sessions?limit=200&region=" + region + "&from=" + today()).get("items");
    Set<String> asking = AskingCourses.codes();
    return sessions.stream()
        .filter(session -> session.get("approval").equals(approval))
        .filter(session -> session.get("state").equals("published"))
        .filter(session -> left(session) > 2)
        .filter(session -> !asking.contains(course(session)))
        .toList();
  }

  /** All that begin from today on in the region of the demo centre. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> openSessions() {
    return (List<Map<String, Object>>)
        json("/api/v1/sessions?limit=200&region=WCA&from="
                + java.time.LocalDate.now(java.time.ZoneOffset.UTC))
            .get("items");
  }

  @SuppressWarnings("unchecked")
  private static String course(Map<String, Object> session) {
    return (String) ((Map<String, Object>) session.get("course")).get("code");
  }

  @SuppressWarnings("unchecked")
  private static int left(Map<String, Object> session) {
    return ((Number) ((Map<String, Object>) session.get("seats")).get("left")).intValue();
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2).toString();
  }

  @Override
  public void close() {
    page.context().close();
  }
}
