package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What other libraries gather by OAI-PMH, asked by a client that knows the protocol and nothing
 * else, and the sitemap.
 */
class HarvestIT {
  private static final String PROTOCOL = "http://www.openarchives.org/OAI/2.0/";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String LOM = "http://ltsc.ieee.org/xsd/LOM";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static PackagedApplication application;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A record as its header tells of it. */
  private record Header(String identifier, Instant changed, List<String> sets, boolean gone) {}

  @BeforeAll
  static void start() throws Exception {
    application = PackagedApplication.shared();
    // tests before this one publish and archive, which index and harvest follow each at its own
    // pace
    for (int i = 0; i < 300 && !followed(); i++) {
      Thread.sleep(200);
    }
    assertThat(followed())
        .as(
            "practices %s of %s, courses %s of %s, collections %s of %s",
            present("&set=practice").size(),
            found("type=practice"),
            present("&set=course").size(),
            found("type=course"),
            present("&set=collection").size(),
            found("type=collection"))
        .isTrue();
    assertThat(present("")).hasSizeGreaterThan(100);
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    Element identify = only(ask("verb=Identify"), "Identify");
    assertThat(text(identify, "protocolVersion")).isEqualTo("2.0");
    assertThat(text(identify, "baseURL")).isEqualTo(application.url("/oai"));
    assertThat(text(identify, "deletedRecord")).isEqualTo("persistent");
    assertThat(text(identify, "granularity")).isEqualTo("YYYY-MM-DDThh:mm:ssZ");
    assertThat(text(identify, "adminEmail")).contains("@");
    Instant earliest = Instant.parse(text(identify, "earliestDatestamp"));
    assertThat(all("")).allMatch(header -> !header.changed().isBefore(earliest));
    assertThat(texts(ask("verb=ListMetadataFormats").getDocumentElement(), "metadataPrefix"))
        .containsExactlyInAnyOrder("oai_dc", "lom");
  }

  @Test
  void everythingPublicIsGatheredOnceInSeveralPages() throws Exception {
    for (String format : List.of("oai_dc", "lom")) {
      List<Element> records = new ArrayList<>();
      int pages = 0;
      String token = null;
      do {
        Document page =
            ask(
                token == null
                    ? "verb=ListRecords&metadataPrefix=" + format
                    : "verb=ListRecords&resumptionToken=" + encoded(token));
        Element resumption = only(page, "resumptionToken");
        assertThat(resumption.getAttribute("cursor")).isEqualTo("" + records.size());
        assertThat(Long.parseLong(resumption.getAttribute("completeListSize"))).isGreaterThan(100);
        records.addAll(elements(page.getDocumentElement(), PROTOCOL, "record"));
        token = resumption.getTextContent();
        pages++;
      } while (!token.isBlank());
      assertThat(pages).isGreaterThan(1);
      List<Header> headers = records.stream().map(HarvestIT::header).toList();
      assertThat(headers).extracting(Header::identifier).doesNotHaveDuplicates();
      assertThat(headers.stream().filter(each -> !each.gone()).toList())
          .hasSize((int) found("type=practice&type=course&type=collection"));
      for (Element record : records) {
        assertThat(elements(record, PROTOCOL, "metadata")).hasSize(header(record).gone() ? 0 : 1);
      }
      if (format.equals("oai_dc")) {
        dublinCore(records);
      } else {
        learningObjects(records);
      }
    }
  }

  private static void dublinCore(List<Element> records) throws Exception {
    for (Element record : records.subList(0, 5)) {
      List<Element> titles = elements(record, DUBLIN_CORE, "title");
      assertThat(titles).isNotEmpty().allMatch(each -> !each.getAttribute("xml:lang").isBlank());
      String address = elements(record, DUBLIN_CORE, "identifier").get(0).getTextContent();
      HttpResponse<String> page =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRecordSaysWhatOthersMayDoAndWhoseItIs() throws Exception {
    List<Element> records = new ArrayList<>();
    for (String format : List.of("oai_dc", "lom")) {
      Document page = ask("verb=ListRecords&set=practice&metadataPrefix=" + format);
      records.addAll(
          elements(page.getDocumentElement(), PROTOCOL, "record").stream()
              .filter(record -> !header(record).gone())
              .toList());
    }
    List<String> rights =
        records.stream()
            .flatMap(record -> elements(record, DUBLIN_CORE, "rights").stream())
            .map(Element::getTextContent)
            .toList();
    assertThat(rights).contains("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0");
    assertThat(records.stream().flatMap(record -> elements(record, DUBLIN_CORE, "source").stream()))
        .isNotEmpty()
        .noneMatch(source -> source.getTextContent().isBlank());
    List<Element> told =
        records.stream().flatMap(record -> elements(record, LOM, "rights").stream()).toList();
    assertThat(told).hasSameSizeAs(records.stream().filter(HarvestIT::inDublinCore).toList());
    assertThat(told)
        .anyMatch(
            each ->
                elements(each, LOM, "description")
                    .get(0)
                    .getTextContent()
                    .contains("CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). "));
  }

  @Test
  void aPageOfAPracticeSaysTheSameOfItselfAndHowItIsCited() {
    org.jsoup.nodes.Document page =
        Jsoup.parse(new Visitor(application).get("/knowledge/DEMO-PR-041?lang=fr").body());
    String address = application.url("/knowledge/DEMO-PR-041");
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(address);
    String title = page.select("h1").text();
    assertThat(said(page, "DC.title")).isEqualTo(title).isEqualTo(said(page, "citation_title"));
    assertThat(said(page, "DC.identifier")).isEqualTo(address);
    assertThat(said(page, "DC.language")).isEqualTo(page.select("h1").attr("lang"));
    assertThat(said(page, "DC.rights")).isEqualTo(page.select("#licence a").attr("href"));
    assertThat(said(page, "DC.creator")).isNotBlank().isEqualTo(said(page, "citation_author"));
    assertThat(page.select("#licence").text()).contains(said(page, "DC.source"));
    assertThat(said(page, "citation_publication_date"))
        .isEqualTo(said(page, "DC.date").replace('-', '/'));
    HttpResponse<byte[]> paper =
        new Visitor(application)
            .bytes(said(page, "citation_pdf_url").substring(application.url("").length()));
    assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(page.select("#cite").text())
        .startsWith(said(page, "DC.creator") + " (" + said(page, "DC.date").substring(0, 4) + "). ")
        .contains(title)
        .endsWith(address);
  }

  private static String said(org.jsoup.nodes.Document page, String name) {
    assertThat(page.select("meta[name=" + name + "]")).as(name).hasSize(1);
    return page.select("meta[name=" + name + "]").attr("content");
  }

  private static boolean inDublinCore(Element record) {
    return !elements(record, DUBLIN_CORE, "source").isEmpty();
  }

  private static void learningObjects(List<Element> records) {
    for (Element record : records) {
      if (!header(record).gone()) {
        Element lom = elements(record, LOM, "lom").get(0);
        assertThat(elements(lom, LOM, "title")).hasSize(1);
        assertThat(elements(lom, LOM, "entry").get(0).getTextContent())
            .startsWith(application.url("/"));
      }
    }
  }

  @Test
  void aSetIsWhatTheSearchFindsOfIt() throws Exception {
    Document sets = ask("verb=ListSets");
    List<String> specs = texts(sets.getDocumentElement(), "setSpec");
    assertThat(specs).contains("practice", "course", "collection", "region:WCA");
    assertThat(texts(sets.getDocumentElement(), "setName"))
        .contains("Practices", "Region: West and Central Africa");
    assertThat(present("&set=practice")).hasSize((int) found("type=practice"));
    assertThat(present("&set=collection"))
        .isNotEmpty()
        .hasSize((int) found("type=collection"))
        .allSatisfy(
            header -> {
              Element record = record(header.identifier());
              assertThat(elements(record, DUBLIN_CORE, "type").get(0).getTextContent())
                  .isEqualTo("collection");
              assertThat(elements(record, DUBLIN_CORE, "description").get(0).getTextContent())
                  .isNotBlank();
            });
    assertThat(present("&set=region:WCA"))
        .hasSize((int) found("type=practice&type=course&type=collection&region=WCA"))
        .allMatch(header -> header.sets().contains("region:WCA"));
  }

  @Test
  void whatIsAskedWronglyIsSaidAsTheProtocolSaysIt() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("", "badVerb");
    wrong.put("verb=Gather", "badVerb");
    wrong.put("verb=Identify&verb=Identify", "badVerb");
    wrong.put("verb=Identify&x=1", "badArgument");
    wrong.put("verb=ListRecords", "badArgument");
    wrong.put("verb=ListIdentifiers&metadataPrefix=oai_dc&from=yesterday", "badArgument");
    wrong.put("verb=ListIdentifiers&metadataPrefix=oai_dc&metadataPrefix=lom", "badArgument");
    wrong.put(
        "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-02-02&until=2026-02-01",
        "badArgument");
    wrong.put(
        "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01T00:00:00Z",
        "badArgument");
    wrong.put("verb=GetRecord&metadataPrefix=oai_dc", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat");
    wrong.put("verb=GetRecord&metadataPrefix=oai_dc&identifier=nobody", "idDoesNotExist");
    wrong.put(
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:practice/999999999",
        "idDoesNotExist");
    wrong.put("verb=ListMetadataFormats&identifier=oai:127.0.0.1:x/1", "idDoesNotExist");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&set=region:NONE", "noRecordsMatch");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&from=2199-01-01", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01", "noRecordsMatch");
    wrong.put("verb=ListRecords&resumptionToken=%00%FFnonsense", "badResumptionToken");
    wrong.put("verb=ListIdentifiers&resumptionToken=abc", "badResumptionToken");
    wrong.put("verb=ListRecords&resumptionToken=abc&metadataPrefix=oai_dc", "badArgument");
    Map<String, String> said = new LinkedHashMap<>();
    for (String query : wrong.keySet()) {
      List<Element> errors = elements(ask(query).getDocumentElement(), PROTOCOL, "error");
      said.put(
          query,
          errors.stream()
              .map(each -> each.getAttribute("code"))
              .distinct()
              .collect(Collectors.joining(" ")));
    }
    assertThat(said).containsExactlyInAnyOrderEntriesOf(wrong);
  }

  @Test
  void daysAndMomentsAreBothUnderstoodAndTheEndsCount() throws Exception {
    List<Header> all = all("");
    Instant last = all.get(all.size() - 1).changed();
    assertThat(all("&from=" + last + "&until=" + last))
        .containsExactlyElementsOf(
            all.stream().filter(each -> each.changed().equals(last)).toList());
    assertThat(all("&until=" + last)).hasSameSizeAs(all);
    String day = last.toString().substring(0, 10);
    assertThat(all("&from=" + day + "&until=" + day))
        .containsExactlyElementsOf(
            all.stream().filter(each -> each.changed().toString().startsWith(day)).toList());
  }

  @Test
  void aFormThatIsPostedIsAnsweredTheSame() throws Exception {
    HttpResponse<String> posted =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(application.url("/oai")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("verb=ListMetadataFormats"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(texts(parsed(posted.body()).getDocumentElement(), "metadataPrefix")).hasSize(2);
  }

  @Test
  void whatChangesWhileSomebodyGathersComesAgainAndNothingIsMissed() throws Exception {
    Document first = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=course");
    Header before = headers(first).get(0);
    String taken = before.identifier();
    long known = found("type=course");
    long course = Long.parseLong(taken.substring(taken.indexOf('/') + 1));
    TestDatabase database = application.database();
    List<String> everything = present("&set=course").stream().map(Header::identifier).toList();
    try {
      become(database, course, "retired");
      await(() -> header(taken).gone() && !header(taken).changed().equals(before.changed()));
      assertThat(elements(record(taken), PROTOCOL, "metadata")).isEmpty();
      Header gone = header(taken);
      assertThat(gone.sets()).contains("course");
      assertThat(all("&from=" + gone.changed()))
          .extracting(Header::identifier)
          .contains(taken)
          .hasSizeLessThan(everything.size());
      assertThat(all("&set=course").stream().map(Header::identifier))
          .containsExactlyInAnyOrderElementsOf(everything);
    } finally {
      become(database, course, "published");
    }
    await(() -> !header(taken).gone() && found("type=course") == known);
    List<Header> after = all("&set=course");
    assertThat(after.get(after.size() - 1).identifier())
        .as("what changed last is gathered last")
        .isEqualTo(taken);
  }

  private static void become(TestDatabase database, long course, String state) {
    database.update("UPDATE course SET state = ? WHERE id = ?", state, course);
    database.update(
        "INSERT INTO index_change (kind, entity_id, created_at) VALUES ('course', ?,"
            + " UTC_TIMESTAMP(6))",
        course);
  }

  @Test
  void theSitemapHasEveryPageOnceAndIsNotSentTwice() throws Exception {
    HttpResponse<String> answer = get("/sitemap.xml");
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> places =
        elements(
                parsed(answer.body()).getDocumentElement(),
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "loc")
            .stream()
            .map(Element::getTextContent)
            .toList();
    assertThat(places)
        .doesNotHaveDuplicates()
        .contains(application.url("/calendar"), application.url("/collections"))
        .anyMatch(each -> each.startsWith(application.url("/collections/")))
        .allMatch(each -> each.startsWith(application.url("/")));
    HttpResponse<String> again =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(application.url("/sitemap.xml")))
                .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isIn(200, 304);
    assertThat(get("/robots.txt").body())
        .contains("Sitemap: " + application.url("/sitemap.xml"), "Disallow: /desk");
  }

  // the client

  private static Document ask(String query) throws Exception {
    HttpResponse<String> answer = get("/oai?" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    return parsed(answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(application.url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Header> all(String arguments) throws Exception {
    List<Header> headers = new ArrayList<>();
    String query = "verb=ListIdentifiers&metadataPrefix=oai_dc" + arguments;
    while (query != null) {
      Document page = ask(query);
      headers.addAll(headers(page));
      String token =
          elements(page.getDocumentElement(), PROTOCOL, "resumptionToken").stream()
              .map(Element::getTextContent)
              .findFirst()
              .orElse("");
      query = token.isBlank() ? null : "verb=ListIdentifiers&resumptionToken=" + encoded(token);
    }
    assertThat(new HashSet<>(headers.stream().map(Header::identifier).toList()))
        .hasSameSizeAs(headers);
    return headers;
  }

  private static List<Header> present(String arguments) {
    try {
      return all(arguments).stream().filter(header -> !header.gone()).toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element record(String identifier) {
    try {
      return only(
          ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + encoded(identifier)), "record");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Header header(String identifier) {
    return header(record(identifier));
  }

  private static List<Header> headers(Document page) {
    return elements(page.getDocumentElement(), PROTOCOL, "header").stream()
        .map(HarvestIT::toHeader)
        .toList();
  }

  private static Header header(Element record) {
    return toHeader(elements(record, PROTOCOL, "header").get(0));
  }

  private static Header toHeader(Element header) {
    return new Header(
        text(header, "identifier"),
        Instant.parse(text(header, "datestamp")),
        texts(header, "setSpec"),
        header.getAttribute("status").equals("deleted"));
  }

  private static Element only(Document page, String name) {
    List<Element> found = elements(page.getDocumentElement(), PROTOCOL, name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static String text(Element in, String name) {
    return elements(in, PROTOCOL, name).get(0).getTextContent();
  }

  private static List<String> texts(Element in, String name) {
    return elements(in, PROTOCOL, name).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Element in, String space, String name) {
    NodeList found = in.getElementsByTagNameNS(space, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static long found(String filters) {
    try {
      return asked(filters);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long asked(String filters) throws Exception {
    String address = "/api/v1/search?limit=1&" + filters;
    Instant limit = Instant.now().plus(LIMIT);
    HttpResponse<String> answer = get(address);
    while (answer.statusCode() == 503 && Instant.now().isBefore(limit)) {
      Thread.sleep(200);
      answer = get(address);
    }
    return new ObjectMapper().readTree(answer.body()).path("total").asLong();
  }

  /** Whether as much is gathered as is found. */
  private static boolean followed() {
    return present("").size() == found("type=practice&type=course&type=collection");
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    Instant limit = Instant.now().plus(LIMIT);
    boolean there = false;
    while (!there && Instant.now().isBefore(limit)) {
      try {
        there = reached.getAsBoolean();
      } catch (IllegalStateException | AssertionError e) {
        there = false;
      }
      if (!there) {
        Thread.sleep(200);
      }
    }
    assertThat(there).as("reached in time").isTrue();
  }
}
