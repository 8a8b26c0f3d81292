package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Hundreds of texts that would be scripts where they were taken for more than text stand in every
 * field that keeps them, and nothing runs where they are read: in no page, feed, letter or
 * document. Encoding has to hold alone, so pages are read by a browser too that does not heed their
 * content security policy. What was read is counted, and kept in {@code
 * target/script-payloads.txt}.
 */
class ScriptPayloadsIT {
  private static final boolean DRILL = Boolean.getBoolean("portolan.drill");
  private static final Duration SOON = Duration.ofSeconds(DRILL ? 240 : 40);
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp")});
  private static final ReadPayloads READ = new ReadPayloads();

  /** Views that need not show any of what was written. */
  private static final Set<String> QUIET =
      Set.of(
          "account",
          "audit",
          "decisions",
          "desk of the thesaurus",
          "errors",
          "outbox",
          "programme and radar",
          "searches at the desk");

  private static PackagedApplication application;
  private static HostileContent content;

  @BeforeAll
  static void write() throws Exception {
    MAIL.start();
    application =
        PackagedApplication.start(
            "script-payloads",
            Map.of(
                "PORTOLAN_MAIL_URL",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort(),
                "PORTOLAN_MAIL_FROM",
                "portolan@portolan.example"));
    content = new HostileContent(application);
    content.write();
    try (Window visitor = Window.of(application, "en")) {
      visitor.go("/robots.txt");
      Instant limit = Instant.now().plus(SOON);
      while (visitor.text("/search?q=onerror&lang=en").split("class=\"hit\"").length < 10
          && Instant.now().isBefore(limit)) {
        Thread.sleep(300);
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    READ.write(Path.of("target", "script-payloads.txt"));
    application.close();
    MAIL.stop();
  }

  @Test
  void theWatchSeesWhatCarelessPagesRun() {
    Page page = Chromium.open("en", 1280, true, false);
    try {
      ScriptWatch watch = ScriptWatch.of(page);
      Set<Integer> seen = new TreeSet<>();
      for (String place : CarelessPages.places()) {
        Set<Integer> here = CarelessPages.happening(watch, place, UnaryOperator.identity());
        READ.count("careless " + place, 1, here);
        seen.addAll(here);
      }
      for (String place : List.of("text", "value", "field")) {
        assertThat(CarelessPages.happening(watch, place, ScriptPayloadsIT::encoded))
            .as("encoded, in %s: %s", place, watch.findings())
            .isEmpty();
      }
      List<String> quiet = new ArrayList<>();
      for (int i = 0; i < ScriptPayloads.ALL.size(); i++) {
        if (!seen.contains(i)) {
          quiet.add(ScriptPayloads.ALL.get(i));
        }
      }
      Files.writeString(Path.of("target", "script-payloads-quiet.txt"), String.join("\n", quiet));
      assertThat(seen.size())
          .as("of %d payloads; nothing happened with %s", ScriptPayloads.ALL.size(), quiet)
          .isGreaterThan(ScriptPayloads.ALL.size() * 3 / 4);
      assertThat(DRILL ? seen.size() : 200).isGreaterThanOrEqualTo(200);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      page.context().close();
    }
  }

  private static String encoded(String text) {
    return text.codePoints()
        .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "&#" + c + ";")
        .collect(Collectors.joining());
  }

  /** The page of a practice, with its encoding taken off on its way. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPageThatDidNotEncodeWouldBeSeenAndThePolicyWouldHold(boolean policy) {
    try (Window visitor =
        policy ? Window.of(application, "en") : Window.withoutPolicy(application, "en")) {
      String address = application.url("/knowledge/" + content.practices.get(0));
      ScriptWatch watch = ScriptWatch.of(visitor.page);
      visitor.page.route(
          address,
          route -> {
            var answer = route.fetch();
            route.fulfill(
                new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(
                        answer
                            .text()
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#34;", "\"")));
          });
      watch.look(address);
      List<String> scripts =
          watch.findings().stream().filter(each -> each.endsWith(": script")).toList();
      if (policy) {
        assertThat(watch.findings()).as("handlers and elements are seen").isNotEmpty();
        assertThat(scripts).as("scripts that ran in spite of the policy").isEmpty();
      } else {
        assertThat(scripts).as("scripts that ran").isNotEmpty();
      }
      READ.count(
          policy ? "planted page, with policy" : "planted page, without policy",
          scripts.size(),
          watch.read());
    }
  }

  /** A person, and whether their browser heeds the policy. */
  private static Window signedIn(String who, boolean policy) {
    Window window = policy ? Window.of(application, "en") : Window.withoutPolicy(application, "en");
    if (!who.isEmpty()) {
      window.go("/sign-in");
      window.signIn(who);
    }
    return window;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingRunsInPagesThatEverybodyReads(boolean policy) {
    Map<String, List<String>> views = HostileViews.ofEverybody(content);
    try (Window visitor = signedIn("", true)) {
      String file = "/knowledge/[^/]+/files/\\d+";
      views.put("file", visitor.links("/knowledge/" + content.practices.get(0), file, 8));
      for (var list :
          Map.of("practices", "/knowledge", "collections", "/collections", "catalogue", "/catalog")
              .entrySet()) {
        views.put(list.getKey(), visitor.pages(list.getValue(), DRILL ? 20 : 4));
      }
    }
    look("", policy, views);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingRunsInPagesOfAPerson(boolean policy) {
    look("trainee", policy, HostileViews.ofAPerson(content));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingRunsInPagesOfDesks(boolean policy) {
    Map<String, List<String>> views = HostileViews.ofDesks(content);
    try (Window admin = signedIn("admin", true)) {
      views.put("person", admin.links("/desk/persons?words=DEMO-P", "/desk/persons/\\d+", 6));
      views.put(
          "letter at the desk", admin.links("/desk/outbox?words=trainee", "/desk/outbox/\\d+", 10));
    }
    look("admin", policy, views);
  }

  private static void look(String who, boolean policy, Map<String, List<String>> views) {
    try (Window window = signedIn(who, policy)) {
      ScriptWatch watch = ScriptWatch.of(window.page);
      views.forEach(
          (name, paths) -> {
            // whatever runs in spite of the policy runs without it
            List<String> looked = policy ? paths.subList(0, Math.min(2, paths.size())) : paths;
            looked.forEach(path -> watch.look(application.url(path)));
            Set<Integer> read = watch.read();
            READ.count(policy ? name + ", with policy" : name, looked.size(), read);
            if (!policy && !QUIET.contains(name)) {
              assertThat(read).as("payloads that can be read in %s: %s", name, looked).isNotEmpty();
            }
          });
      assertThat(watch.findings()).isEmpty();
    }
  }

  @Test
  void nothingRunsUnderWhatIsTyped() {
    try (Window visitor = Window.withoutPolicy(application, "en")) {
      ScriptWatch watch = ScriptWatch.of(visitor.page);
      List<String> typed =
          new ArrayList<>(List.of("qanat", "<img src", "\"><", "<script>", "javascript:ran"));
      ScriptPayloads.ALL.stream().limit(DRILL ? 60 : 8).forEach(typed::add);
      visitor.go("/");
      var box = visitor.page.locator("form[role=search] input[type=search]").first();
      int shown = 0;
      for (String text : typed) {
        box.fill("");
        box.fill(ReadPayloads.bare(text));
        box.dispatchEvent("input");
        visitor.page.waitForTimeout(250);
        shown += visitor.page.locator("[role=listbox] [role=option]").count();
        watch.provoke();
      }
      assertThat(shown).as("suggestions").isPositive();
      // what was searched lately is shown again
      visitor.go("/search?q=" + HostileContent.encoded(ScriptPayloads.lines(190).get(0)));
      visitor.go("/");
      visitor.page.locator("form[role=search] input[type=search]").first().click();
      visitor.page.waitForTimeout(250);
      watch.provoke();
      READ.count("under the search box", typed.size() + 1, watch.read());
      assertThat(watch.findings()).isEmpty();
    }
  }

  @Test
  void feedsHoldTextAlone() throws Exception {
    Set<String> known =
        Set.of(
            "http://www.w3.org/2005/Atom",
            "http://www.openarchives.org/OAI/2.0/",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
            "http://purl.org/dc/elements/1.1/",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://www.w3.org/2004/02/skos/core#",
            "http://ltsc.ieee.org/xsd/LOM",
            "http://purl.org/dc/terms/",
            "urn:portolan:thesaurus#");
    Map<String, List<String>> feeds = new LinkedHashMap<>();
    for (String form : List.of("atom", "rss")) {
      List<String> paths = new ArrayList<>();
      for (String type : List.of("practice", "course", "session", "collection")) {
        paths.add("/search." + form + "?q=onerror&type=" + type);
        paths.add("/search." + form + "?q=script&type=" + type);
      }
      ScriptPayloads.lines(200)
          .forEach(line -> paths.add("/search." + form + "?q=" + HostileContent.encoded(line)));
      feeds.put(form, paths);
    }
    feeds.put("thesaurus as SKOS", List.of("/thesaurus.rdf"));
    feeds.put("OAI", List.of("/oai?verb=ListRecords&metadataPrefix=oai_dc", "/oai?verb=Identify"));
    feeds.put("sitemap", List.of("/sitemap.xml"));
    Set<String> names = new TreeSet<>();
    try (Window visitor = Window.withoutPolicy(application, "en")) {
      visitor.go("/robots.txt");
      ScriptWatch watch = ScriptWatch.of(visitor.page);
      visitor.page.route(
          url -> url.endsWith("&as=xml"),
          route -> {
            var answer =
                route.fetch(
                    new Route.FetchOptions()
                        .setUrl(
                            route.request().url().replace("&as=xml", "").replaceFirst("\\?$", "")));
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("text/xml")
                    .setBodyBytes(answer.body()));
          });
      for (var feed : feeds.entrySet()) {
        for (String path : feed.getValue()) {
          var answer = visitor.page.request().get(application.url(path), RequestOptions.create());
          assertThat(answer.status()).as(path).isEqualTo(200);
          assertThat(answer.headers().get("content-type")).as(path).contains("xml");
          assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
          Document document = parsed(answer.body());
          NodeList all = document.getElementsByTagName("*");
          for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            names.add(each.getNodeName());
            if (each.getNamespaceURI() != null) {
              assertThat(known)
                  .as("%s in %s", each.getNodeName(), path)
                  .contains(each.getNamespaceURI());
            }
          }
          READ.count(
              feed.getKey(),
              1,
              ReadPayloads.within(document.getDocumentElement().getTextContent()));
          watch.look(application.url(path + (path.contains("?") ? "&as=xml" : "?&as=xml")));
          // readers of RSS take descriptions for markup
          List<String> descriptions = new ArrayList<>();
          NodeList described = document.getElementsByTagName("description");
          for (int i = 0; i < described.getLength() && feed.getKey().equals("rss"); i++) {
            if (!described.item(i).getParentNode().getNodeName().equals("channel")) {
              descriptions.add(described.item(i).getTextContent());
            }
          }
          if (!descriptions.isEmpty()) {
            watch.show(path, CarelessPages.frames(descriptions));
          }
        }
      }
      assertThat(watch.findings()).isEmpty();
    }
    assertThat(names)
        .as("elements of feeds")
        .noneMatch(
            name ->
                name.matches(
                    "(?i)(.*:)?(script|svg|img|iframe|x|math|object|embed|form|a|style|b|p|div)"));
  }

  private static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  @Test
  void answersToProgramsArePlainData() {
    try (Window visitor = Window.withoutPolicy(application, "en")) {
      ScriptWatch watch = ScriptWatch.of(visitor.page);
      List<String> lines = ScriptPayloads.lines(200);
      for (String line : lines.subList(0, Math.min(20, lines.size()))) {
        for (String path :
            List.of(
                "/api/v1/search?q=",
                "/api/v1/suggest?q=",
                "/api/v1/practices?theme=",
                "/api/v1/none/")) {
          String asked = path.endsWith("/") ? HostileViews.name(line) : line;
          watch.look(application.url(path + HostileContent.encoded(asked)));
        }
      }
      for (String code : content.practices.subList(0, 3)) {
        watch.look(application.url("/api/v1/practices/" + code));
      }
      watch.look(application.url("/api/v1/courses?limit=200"));
      watch.look(application.url("/api/v1/bodies?limit=200"));
      watch.look(application.url("/api/v1/sessions?limit=200"));
      READ.count("answers to programs", 4 * Math.min(20, lines.size()) + 6, watch.read());
      assertThat(watch.findings()).isEmpty();
    }
  }

  @Test
  void lettersSayWhatWasTypedAndNoMore() throws Exception {
    Instant limit = Instant.now().plus(SOON);
    while (application.database().number("SELECT COUNT(*) FROM mail_letter WHERE state = 'waiting'")
            > 0
        && Instant.now().isBefore(limit)) {
      Thread.sleep(500);
    }
    MimeMessage[] messages = MAIL.getReceivedMessages();
    Set<String> headers = new TreeSet<>();
    Set<String> subjects = new LinkedHashSet<>();
    List<String> bodies = new ArrayList<>();
    StringBuilder texts = new StringBuilder();
    for (MimeMessage message : messages) {
      List<String> names =
          Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
      assertThat(names.stream().filter(name -> !name.equals("Received")).toList())
          .doesNotHaveDuplicates();
      headers.addAll(names);
      assertThat(message.getAllRecipients()).hasSize(1);
      assertThat(message.getSubject()).doesNotContainPattern("\\p{Cntrl}");
      assertThat(MimeUtility.decodeText(message.getSubject())).isEqualTo(message.getSubject());
      subjects.add(ReadPayloads.bare(message.getSubject()));
      MimeMultipart parts = (MimeMultipart) message.getContent();
      assertThat(parts.getCount()).isBetween(2, 3);
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
      texts.append(parts.getBodyPart(0).getContent()).append('\n');
      bodies.add((String) parts.getBodyPart(1).getContent());
    }
    assertThat(headers)
        .isSubsetOf(
            "Received",
            "Return-Path",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "Content-Language",
            "Content-Transfer-Encoding");
    // the name of the centre stands behind what it typed
    for (String typed : ScriptPayloads.lines(HostileContent.SUBJECT)) {
      assertThat(subjects)
          .as("subjects as they were typed")
          .anyMatch(subject -> subject.startsWith(ReadPayloads.bare(typed)));
    }
    Page page = Chromium.open("en", 800, true, false);
    try {
      ScriptWatch watch = ScriptWatch.of(page);
      for (int i = 0; i < bodies.size(); i += 100) {
        watch.show(
            "letters " + i,
            CarelessPages.frames(bodies.subList(i, Math.min(i + 100, bodies.size()))));
      }
      READ.count("letters", bodies.size(), watch.read());
      assertThat(watch.findings()).isEmpty();
    } finally {
      page.context().close();
    }
    READ.count(
        "letters as text",
        messages.length,
        ReadPayloads.within(texts + String.join("\n", subjects)));
  }

  @Test
  void documentsOnPaperDoNothing() throws Exception {
    String session = content.sessions.get(0);
    Map<String, List<String>> papers = new LinkedHashMap<>();
    papers.put(
        "practice on paper",
        content.practices.stream()
            .limit(DRILL ? 60 : 3)
            .map("/knowledge/%s.pdf"::formatted)
            .toList());
    papers.put("poster", List.of("/calendar/poster/centre/DEMO-RTC-XS1.pdf?months=6"));
    papers.put(
        "papers of a session",
        List.of(
            "/desk/session/" + session + "/badges.pdf",
            "/desk/session/" + session + "/name-plates.pdf",
            "/desk/centre/session/" + session + "/participants/file?format=pdf",
            "/applications/" + content.applications.get(0) + "/letter"));
    try (Window centre = signedIn("centre", true);
        Window trainee = signedIn("trainee", true)) {
      for (var kind : papers.entrySet()) {
        for (String path : kind.getValue()) {
          Window reader = path.startsWith("/applications") ? trainee : centre;
          byte[] paper = reader.bytes(path);
          assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII))
              .as(path)
              .isEqualTo("%PDF-");
          try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertThat(PaperActs.of(pdf)).as(path).isEmpty();
            READ.count(kind.getKey(), 1, ReadPayloads.within(new PDFTextStripper().getText(pdf)));
          }
        }
      }
    }
  }

  @Test
  void calendarsHaveTheirOwnLinesAlone() {
    Pattern line =
        Pattern.compile(
            "(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|X-WR-TIMEZONE|X-WR-CALDESC|DESCRIPTION|"
                + "REFRESH-INTERVAL|X-PUBLISHED-TTL|SOURCE|URL|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|LOCATION|STATUS|"
                + "SEQUENCE|CATEGORIES|LAST-MODIFIED|CREATED|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE|RDATE|EXDATE|"
                + "TRANSP|CLASS|GEO|COLOR|ORGANIZER|RECURRENCE-ID|DURATION|X-ALT-DESC|CONFERENCE|CONTACT|COMMENT|TZURL|"
                + "X-LIC-LOCATION|IMAGE|RELATED-TO)[:;].*");
    try (Window visitor = Window.of(application, "en")) {
      for (String path :
          List.of(
              "/calendar/centre/DEMO-RTC-XS1.ics",
              "/calendar/region/WCA.ics",
              "/calendar.ics?theme=VALUATION")) {
        var answer = visitor.page.request().get(application.url(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("text/calendar");
        String text = answer.text().replaceAll("\r\n[ \t]", "");
        List<String> lines = List.of(text.split("\r\n"));
        assertThat(lines).as(path).allMatch(each -> line.matcher(each).matches());
        assertThat(text).doesNotContain("\nUID:ran", "\nATTACH", "\nATTENDEE", "\nX-RAN");
        long events = lines.stream().filter("BEGIN:VEVENT"::equals).count();
        assertThat(events).isEqualTo(lines.stream().filter("END:VEVENT"::equals).count());
        assertThat(lines.stream().filter("END:VCALENDAR"::equals)).hasSize(1);
        assertThat(events)
            .isEqualTo(lines.stream().filter(each -> each.startsWith("UID:")).count());
        READ.count(
            "iCalendar",
            1,
            ReadPayloads.within(
                text.replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\n", " ")
                    .replace("\\\\", "\\")));
      }
    }
  }

  @Test
  void sheetsBeginNoFormula() throws IOException {
    String session = content.sessions.get(0);
    try (Window centre = signedIn("admin", true)) {
      for (String path :
          List.of(
              "/desk/centre/session/" + session + "/participants/file?format=csv",
              "/desk/exchange/export?kind=bodies&extent=platform:*&format=csv",
              "/desk/exchange/export?kind=people&extent=platform:*&format=csv")) {
        String sheet = new String(centre.bytes(path), StandardCharsets.UTF_8);
        assertThat(sheet).as(path).doesNotStartWith("<");
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(sheet)) {
          for (CsvRecord row : rows) {
            assertThat(row.getFields())
                .as(path)
                .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*"));
            READ.count(
                "sheets",
                row.getStartingLineNumber() == 1 ? 1 : 0,
                ReadPayloads.within(String.join("\n", row.getFields())));
          }
        }
      }
    }
  }
}
