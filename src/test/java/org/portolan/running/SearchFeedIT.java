package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following a search by a program that reads feeds. */
class SearchFeedIT {
  private static PackagedApplication application;

  private final Visitor visitor = new Visitor(application);

  @BeforeAll
  static void start() throws InterruptedException {
    application = PackagedApplication.shared();
    Instant limit = Instant.now().plusSeconds(60);
    HttpResponse<String> answer = new Visitor(application).get("/search.atom");
    while (answer.statusCode() == 503 && Instant.now().isBefore(limit)) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.sleep(200);
      answer = new Visitor(application).get("/search.atom");
    }
  }

  private static SyndFeed read(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new SyndFeedInput().build(new StringReader(answer.body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss"})
  void aFeedHasWhatTheSearchFindsTheLastPublishedFirst(String form) throws Exception {
    String asked = "q=customs&type=practice&region=WCA";
    HttpResponse<String> answer = visitor.get("/search." + form + "?" + asked + "&lang=en");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/" + form + "+xml");
    SyndFeed feed = read(answer);
    List<String> found = new ArrayList<>();
    JsonArray hits =
        Answers.read(visitor.get("/api/v1/search?limit=50&lang=en&" + asked))
            .getAsJsonArray("hits");
    hits.forEach(
        hit -> found.add(application.url(hit.getAsJsonObject().get("path").getAsString())));
    assertThat(found).hasSizeBetween(2, 30);
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getPublishedDate)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(feed.getTitle()).contains("customs", "Practice", "West and Central Africa");
    assertThat(answer.body()).contains(application.url("/search?" + asked).replace("&", "&amp;"));
  }

  @Test
  void theSessionsOfOneCourseCanBeFollowed() throws Exception {
    String course =
        Answers.read(visitor.get("/api/v1/sessions?limit=1"))
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("course")
            .get("code")
            .getAsString();
    JsonArray sessions =
        Answers.read(visitor.get("/api/v1/search?limit=50&type=session&course=" + course))
            .getAsJsonArray("hits");
    assertThat(sessions).isNotEmpty();
    assertThat(read(visitor.get("/search.atom?type=session&course=" + course)).getEntries())
        .hasSameSizeAs(sessions);
    assertThat(read(visitor.get("/search.atom?course=NO-SUCH")).getEntries()).isEmpty();
  }

  @Test
  void coursesAndSessionsAreToldOfToo() throws Exception {
    for (String type : List.of("course", "session")) {
      SyndFeed feed = read(visitor.get("/search.atom?type=" + type));
      assertThat(feed.getEntries()).hasSize(30);
    }
    // since when a centre is in the directory nobody knows
    assertThat(read(visitor.get("/search.atom?type=centre")).getEntries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss"})
  void whoHasItAlreadyIsToldSo(String form) {
    String address = "/search." + form + "?q=valuation&lang=fr";
    HttpResponse<String> first = visitor.get(address);
    assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(asked(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(asked(address, "If-None-Match", tag).body()).isEmpty();
    assertThat(asked(address, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(asked(address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(asked(address, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT").statusCode())
        .isEqualTo(200);
    assertThat(asked(address, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    assertThat(asked("/search.atom?q=origin&lang=fr", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> asked(String address, String header, String value) {
    return visitor.send(visitor.request(address).header(header, value));
  }

  @Test
  void thePageSaysWhereItsFeedsAre() {
    String page = visitor.get("/search?q=a%26b&region=WCA&sort=newest&lang=en").body();
    String feed = "/search.atom?q=a%26b&amp;region=WCA&amp;lang=en\"";
    assertThat(page)
        .contains("type=\"application/atom+xml\"", "type=\"application/rss+xml\"", feed)
        .contains("<a href=\"" + feed);
  }

  @Test
  void whatCannotBeMeantIsAnEmptyFeed() throws Exception {
    assertThat(read(visitor.get("/search.rss?type=nonsense")).getEntries()).isEmpty();
    assertThat(read(visitor.get("/search.atom?from=never&q=%00%EF%BF%BF")).getTitle()).isNotBlank();
  }

  @Test
  void onlyWhatIsReadIsAnswered() {
    assertThat(visitor.send(visitor.request("/search.atom").DELETE()).statusCode()).isEqualTo(405);
  }
}
