package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What calendar programs ask by CalDAV, one question after the other as they do. */
class DavIT {
  private static final String CENTRE = "/dav/centres/DEMO-RTC-XS1/";
  private static final String SPACES =
      "xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
          + " xmlns:S=\"http://calendarserver.org/ns/\"";
  private static PackagedApplication application;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @Test
  void aProgramFindsItsWayFromTheHostToACalendar() throws Exception {
    HttpResponse<String> known = ask("PROPFIND", "/.well-known/caldav", "0", "");
    assertThat(known.statusCode()).isEqualTo(301);
    assertThat(known.headers().firstValue("Location").orElseThrow()).endsWith("/dav/");
    String root = found("/dav/", "0", "<D:current-user-principal/>");
    assertThat(root).contains("<D:href>/dav/principal/</D:href>");
    String principal = found("/dav/principal/", "0", "<C:calendar-home-set/>");
    assertThat(principal).contains("<D:href>/dav/regions/</D:href>");
    String home =
        found("/dav/regions/", "1", "<D:resourcetype/><D:displayname/><S:getctag/><D:nothing/>");
    assertThat(home)
        .contains("<D:href>/dav/regions/WCA/</D:href>", "<C:calendar/>", "404 Not Found");
    HttpResponse<String> options = ask("OPTIONS", CENTRE, "0", "");
    assertThat(options.headers().firstValue("DAV").orElseThrow()).contains("calendar-access");
    assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("REPORT");
    assertThat(found("/dav/regions/WCA", "0", "<D:displayname/>"))
        .as("without the stroke at its end")
        .contains("<D:href>/dav/regions/WCA/</D:href>");
    String calendar = found(CENTRE, "0", "<D:sync-token/><S:getctag/><D:supported-report-set/>");
    assertThat(calendar).contains("sync-collection", "calendar-multiget", "calendar-query");
    assertThat(found("/dav/centres/", "1", "<D:sync-token/>"))
        .as("all at once say the same as one alone")
        .contains(token(calendar));
  }

  @Test
  void whatAQueryNamesIsFetchedAndIsTheSameAsTheFeed() throws Exception {
    String all = report(CENTRE, query(""));
    List<String> addresses = addresses(all);
    String feed = ask("GET", "/calendar/centre/DEMO-RTC-XS1.ics", "0", "").body();
    assertThat(addresses).hasSize(uids(feed)).isNotEmpty();

    String first = addresses.get(0);
    String second = addresses.get(1);
    String many =
        report(
            CENTRE,
            "<C:calendar-multiget "
                + SPACES
                + "><D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>"
                + first
                + "</D:href><D:href>"
                + application.url(second)
                + "</D:href><D:href>"
                + ("http://elsewhere.example" + first + "</D:href><D:href>").repeat(2000)
                + CENTRE
                + "none.ics</D:href></C:calendar-multiget>");
    assertThat(addresses(many)).containsExactly(first, second, CENTRE + "none.ics");
    assertThat(many).contains("BEGIN:VEVENT", "BEGIN:VTIMEZONE", "404 Not Found");

    HttpResponse<String> alone = ask("GET", first, "0", "");
    String tag = alone.headers().firstValue("ETag").orElseThrow();
    assertThat(many).contains(tag);
    assertThat(alone.body()).contains("BEGIN:VCALENDAR", "END:VCALENDAR");
    HttpResponse<String> again =
        http.send(
            HttpRequest.newBuilder(URI.create(application.url(first)))
                .header("If-None-Match", "W/" + tag)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aRangeOfTimeLeavesWhatIsHeldInIt() throws Exception {
    List<String> all = addresses(report(CENTRE, query("")));
    List<String> never =
        addresses(
            report(
                CENTRE,
                query("<C:time-range start=\"20010101T000000Z\" end=\"20010102T000000Z\"/>")));
    List<String> ever =
        addresses(report(CENTRE, query("<C:time-range start=\"20010101T000000Z\"/>")));

    assertThat(never).isEmpty();
    assertThat(ever).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void repetitionsAreWrittenOutWhereAProgramAsksForThat() throws Exception {
    String expanded =
        report(
            "/dav/regions/WCA/",
            "<C:calendar-query "
                + SPACES
                + "><D:prop><C:calendar-data><C:expand start=\"20200101T000000Z\""
                + " end=\"20400101T000000Z\"/></C:calendar-data></D:prop><C:filter><C:comp-filter"
                + " name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\"/></C:comp-filter></C:filter>"
                + "</C:calendar-query>");
    assertThat(expanded).contains("RECURRENCE-ID:").doesNotContain("RRULE", "VTIMEZONE", "TZID");
  }

  @Test
  void aProgramThatHasSeenAllIsToldNothing() throws Exception {
    String first = report(CENTRE, sync(""));
    String token = token(first);
    assertThat(addresses(first)).isNotEmpty();

    String second = report(CENTRE, sync(token));
    assertThat(addresses(second)).isEmpty();
    assertThat(token(second)).isEqualTo(token);

    HttpResponse<String> strange = ask("REPORT", CENTRE, "1", sync(token + "x"));
    assertThat(strange.statusCode()).isEqualTo(403);
    assertThat(strange.body()).contains("valid-sync-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "MKCALENDAR", "PROPPATCH", "MOVE", "LOCK", "POST"})
  void nothingIsWritten(String method) throws Exception {
    String body = method.equals("DELETE") ? "" : "BEGIN:VCALENDAR";
    HttpResponse<String> refused = ask(method, CENTRE + "x.ics", "0", body);
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.body()).contains("read");
    assertThat(refused.headers().firstValue("Allow")).isPresent();
  }

  @Test
  void whatIsHostileIsRefusedAndNothingIsRead() throws Exception {
    String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    for (String method : List.of("PROPFIND", "REPORT")) {
      HttpResponse<String> refused = ask(method, CENTRE, "1", bomb);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).doesNotContain("root:");
    }
    assertThat(ask("REPORT", CENTRE, "1", "x".repeat(600_000)).statusCode()).isEqualTo(413);
    assertThat(ask("PROPFIND", CENTRE, "infinity", "").statusCode()).isEqualTo(403);
    assertThat(ask("PROPFIND", "/dav/centres/NONE/", "0", "").statusCode()).isEqualTo(404);
    assertThat(ask("REPORT", CENTRE, "1", "<x/>").body()).contains("supported-report");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      names.append("<D:name").append(i).append("/>");
    }
    assertThat(
            ask(
                    "PROPFIND",
                    CENTRE,
                    "1",
                    "<D:propfind " + SPACES + "><D:prop>" + names + "</D:prop></D:propfind>")
                .statusCode())
        .isEqualTo(400);
    assertThat(ask("GET", "/dav/../WEB-INF/web.xml", "0", "").statusCode()).isNotEqualTo(200);
  }

  private static String query(String range) {
    return "<C:calendar-query "
        + SPACES
        + "><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
        + "<C:comp-filter name=\"VEVENT\">"
        + range
        + "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>";
  }

  private static String sync(String token) {
    return "<D:sync-collection "
        + SPACES
        + "><D:sync-token>"
        + token
        + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>"
        + "</D:sync-collection>";
  }

  private String found(String address, String depth, String properties) throws Exception {
    HttpResponse<String> answer =
        ask(
            "PROPFIND",
            address,
            depth,
            "<D:propfind " + SPACES + "><D:prop>" + properties + "</D:prop></D:propfind>");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    read(answer.body());
    return answer.body();
  }

  private String report(String address, String question) throws Exception {
    HttpResponse<String> answer = ask("REPORT", address, "1", question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    read(answer.body());
    return answer.body();
  }

  /** By another parser than the one that wrote it. */
  private static Document read(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> addresses(String answer) throws Exception {
    var links = read(answer).getElementsByTagNameNS("DAV:", "href");
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < links.getLength(); i++) {
      addresses.add(links.item(i).getTextContent());
    }
    return addresses.stream().filter(each -> each.endsWith(".ics")).toList();
  }

  private static String token(String answer) throws Exception {
    return read(answer).getElementsByTagNameNS("DAV:", "sync-token").item(0).getTextContent();
  }

  private static int uids(String feed) {
    Matcher uid = Pattern.compile("(?m)^UID:(.*)$").matcher(feed.replace("\r\n ", ""));
    return (int) uid.results().map(result -> result.group(1)).distinct().count();
  }

  private HttpResponse<String> ask(String method, String path, String depth, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path)))
            .header("Depth", depth)
            .header("Content-Type", "application/xml")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
