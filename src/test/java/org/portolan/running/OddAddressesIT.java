package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages say at addresses to which no link leads, and what programs are told that ask again.
 */
class OddAddressesIT {
  private static final String CENTRE = "/calendar/centre/DEMO-RTC-XS1";
  private static PackagedApplication application;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @Test
  void pastTheEndOfTheCatalogueIsItsLastPage() throws Exception {
    String page = get("/catalog?page=9999").body();

    assertThat(page).contains("<li class=\"row\">", "rel=\"prev\"").doesNotContain("rel=\"next\"");
  }

  @Test
  void aRegionInSmallLettersIsNoRegionOfPractices() throws Exception {
    assertThat(get("/knowledge?region=WCA").body()).contains("href=\"/knowledge/DEMO-PR-");
    assertThat(get("/knowledge?region=wca").body()).doesNotContain("href=\"/knowledge/DEMO-PR-");
  }

  @Test
  void daysOfNeighbouringMonthsAreCalledByTheirOwn() throws Exception {
    // 1 March 2027 is a Monday, 4 April the Sunday that completes its weeks
    String page = get(CENTRE + "?view=month&month=2027-03&lang=en").body();

    assertThat(page).contains("Sunday, April 2027").doesNotContain("Sunday, May 2027");
    assertThat(page.split("Monday, March 2027", -1)).hasSize(6);
    assertThat(page.split("Sunday, April 2027", -1)).hasSize(2);
  }

  @Test
  void theZoneOfAnAddressIsRememberedAndPagesAreKeptForEachZone() throws Exception {
    HttpResponse<String> tokyo = get(CENTRE + "?lang=en&zone=Asia/Tokyo");
    assertThat(tokyo.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("zone=Asia/Tokyo;"));
    assertThat(tokyo.body()).contains("Tokyo, UTC+09:00");

    String path = CENTRE + "?lang=en&kept=by-zone";
    assertThat(get(path).body()).doesNotContain("UTC+09:00)");
    assertThat(withCookie(path, "zone=Asia/Tokyo").body()).contains("UTC+09:00)");
    assertThat(withCookie(path, "zone=x%0d%0aEvil").body()).doesNotContain("UTC+09:00)");
    HttpResponse<String> unknown = get(CENTRE + "?lang=en&zone=%3Cb%3EAtlantis");
    assertThat(unknown.body()).contains("&lt;b&gt;Atlantis").doesNotContain("<b>Atlantis");
    assertThat(unknown.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("zone="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view=nothing",
        "view=month&period=2026-W99",
        "view=timeline&rows=secrets&part=99",
        "view=timeline&period=2026-02&rows=donor",
        "view=year&period=9999",
        "period=2026-02-30",
        "view=week&period=2026-W53&state=draft&open=1",
        "audience=recruit&donor=DEMO-DONOR&state=cancelled&open=1",
        "view=agenda&period=2027&cursor=nonsense"
      })
  void whateverAnAddressOfTheCalendarSaysThereIsAnAnswer(String query) throws Exception {
    for (String page : List.of("/calendar", CENTRE)) {
      HttpResponse<String> answer = get(page + "?lang=en&" + query);
      assertThat(answer.statusCode()).as(page + query).isEqualTo(200);
      assertThat(answer.body()).contains("</html>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agenda", "week", "month", "year", "timeline"})
  void aViewOfTheCalendarIsLight(String view) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(application.url("/calendar?lang=en&view=" + view)))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.body().length).isBetween(3_000, 16_000);
  }

  @Test
  void aScreenAsksAgainByItselfInTheNextLanguageOfTheCentre() throws Exception {
    HttpResponse<String> screen = get("/calendar/signage/DEMO-RTC-XS1?lang=en");
    String refresh = screen.headers().firstValue("Refresh").orElseThrow();
    assertThat(refresh).matches("30; url=/calendar/signage/DEMO-RTC-XS1\\?lang=(fr|pt|en)");
    HttpResponse<String> next = get(refresh.replaceAll(".*url=", ""));
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.headers().firstValue("Refresh")).isPresent();
    assertThat(get("/calendar/signage/NOWHERE").statusCode()).isEqualTo(404);
  }

  @Test
  void aPosterIsADocumentOfTheMonthsThatWereAskedFor() throws Exception {
    String poster = "/calendar/poster/region/WCA.pdf";
    HttpResponse<String> made = get(poster + "?lang=ar&month=2026-12&months=2&paper=a3");
    assertThat(made.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(made.body()).startsWith("%PDF-");
    assertThat(get("/calendar/poster/centre/DEMO-RTC-XS1.pdf").statusCode()).isEqualTo(200);
    assertThat(get("/calendar/poster/centre/NOWHERE.pdf").statusCode()).isEqualTo(404);
    assertThat(get(poster + "?month=2026-13").statusCode()).isEqualTo(404);
    assertThat(get(poster + "?months=many").statusCode()).isEqualTo(400);
  }

  @Test
  void aFeedThatIsStillTheSameIsNotSentAgain() throws Exception {
    HttpResponse<String> first = get(CENTRE + ".ics?lang=fr");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.body()).contains("BEGIN:VEVENT");
    assertThat(get(CENTRE + ".ics?lang=fr", tag).statusCode()).isEqualTo(304);
    assertThat(get(CENTRE + ".ics?lang=en", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void whatAFilterChoosesHasAFeedOfItsOwn() throws Exception {
    String address = "/calendar.ics?theme=HS&language=en";
    assertThat(get("/calendar?theme=HS&language=en&lang=en").body())
        .contains("href=\"" + address.replace("&", "&amp;") + "\"");
    assertThat(get("/calendar?region=WCA&lang=en").body())
        .contains("href=\"/calendar/region/WCA.ics\"");
    assertThat(get("/calendar?lang=en").body()).doesNotContain(".ics\"");

    HttpResponse<String> first = get(address + "&lang=fr");
    String feed = first.body().replace("\r\n ", "");
    assertThat(feed)
        .contains("BEGIN:VEVENT", "CATEGORIES:Classement tarifaire")
        .contains("SOURCE;VALUE=URI:" + application.url(address) + "&lang=fr\r\n")
        .contains("URL:" + application.url("/calendar?theme=HS&language=en") + "\r\n");
    assertThat(feed.split("CATEGORIES:Classement tarifaire", -1))
        .as("of each event, and of the calendar")
        .hasSize(feed.split("BEGIN:VEVENT", -1).length + 1);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get(address + "&lang=fr", tag).statusCode()).isEqualTo(304);
    assertThat(get("/calendar.ics?theme=HS&lang=fr", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aFilterOfNothingOrOfWhatIsNotThereHasNoFeed() throws Exception {
    assertThat(get("/calendar.ics").statusCode()).isEqualTo(404);
    assertThat(get("/calendar.ics?theme=").statusCode()).isEqualTo(404);
    assertThat(get("/calendar.ics?theme=NONE").statusCode()).isEqualTo(404);
    assertThat(get("/calendar.ics?theme=HS&language=xx").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, "\"none\"");
  }

  private HttpResponse<String> withCookie(String path, String cookie) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path))).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String known) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path)))
            .header("If-None-Match", known)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
