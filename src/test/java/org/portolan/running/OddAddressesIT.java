package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
    assertThat(feed.split("BEGIN:VEVENT", -1))
        .hasSameSizeAs(feed.split("CATEGORIES:Classement tarifaire", -1));
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

  private HttpResponse<String> get(String path, String known) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path)))
            .header("If-None-Match", known)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
