package org.portolan.finding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Piece;

/** Feeds, read back by the library that most readers are made with. */
class SearchFeedTest {
  private static final Instant NEWER = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant OLDER = Instant.parse("2026-10-01T08:30:00Z");

  private static final SearchFeed FEED =
      new SearchFeed(
          "Portolan: valuation <b>& more</b>",
          "https://portolan.example",
          "/search.atom?q=a%26b&lang=en",
          "/search?q=a%26b",
          Language.EN);

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "]]><script>alert(1)</script>",
          "&lt;img src=x onerror=alert(1)&gt;",
          "<![CDATA[<svg/onload=alert(1)>]]>",
          "\" onmouseover=\"alert(1)",
          "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
          "</title></entry></feed>",
          "javascript:alert(1)",
          "\u202egnp.exe",
          "التقييم الجمركي",
          "😀 𝔳𝔞𝔩𝔲𝔢");

  private static Hit hit(long id, String title, String language, Instant published) {
    return new Hit(
        "practice",
        id,
        "P-" + id,
        "/knowledge/P-" + id,
        title,
        List.of(new Piece(title, false)),
        language,
        List.of(language),
        List.of(new Piece("About ", false), new Piece(title, true)),
        Map.of(),
        Map.of(),
        published,
        published,
        0,
        List.of(),
        0);
  }

  private static SyndFeed read(byte[] feed) throws Exception {
    return new SyndFeedInput().build(new StringReader(new String(feed, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource(SearchFeed.Kind.class)
  void hitsComeInTheirOrderWithWhereTheyAreAndSinceWhen(SearchFeed.Kind kind) throws Exception {
    byte[] written =
        FEED.write(
            kind,
            List.of(hit(2, "New", "fr", NEWER), hit(1, "Old", "en", OLDER)),
            hit -> "Practice");
    SyndFeed feed = read(written);
    assertThat(feed.getTitle()).isEqualTo("Portolan: valuation <b>& more</b>");
    assertThat(page(feed)).isEqualTo("https://portolan.example/search?q=a%26b");
    assertThat(feed.getPublishedDate().toInstant()).isEqualTo(NEWER);
    assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly("New", "Old");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly(
            "https://portolan.example/knowledge/P-2", "https://portolan.example/knowledge/P-1");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getLink)
        .containsExactly(
            "https://portolan.example/knowledge/P-2", "https://portolan.example/knowledge/P-1");
    assertThat(feed.getEntries().get(1).getPublishedDate().toInstant()).isEqualTo(OLDER);
    assertThat(feed.getEntries().get(0).getDescription().getValue()).isEqualTo("About New");
    assertThat(feed.getEntries().get(0).getCategories().get(0).getName()).isEqualTo("Practice");
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("rel=\"self\"", "https://portolan.example/search.atom?q=a%26b&amp;lang=en\"");
  }

  private static String page(SyndFeed feed) {
    return feed.getLinks().stream()
        .filter(link -> link.getRel().equals("alternate"))
        .map(SyndLink::getHref)
        .findFirst()
        .orElseGet(feed::getLink);
  }

  @Test
  void anAtomFeedSaysWhatLanguageEachEntryIsIn() throws Exception {
    String written =
        new String(
            FEED.write(SearchFeed.Kind.ATOM, List.of(hit(2, "New", "fr", NEWER)), hit -> "x"),
            StandardCharsets.UTF_8);
    assertThat(written)
        .contains("xml:lang=\"en\"", "<entry xml:lang=\"fr\">", "<name>Portolan</name>")
        .doesNotContain("<name />");
    assertThat(read(written.getBytes(StandardCharsets.UTF_8)).getLinks())
        .extracting(SyndLink::getRel)
        .containsExactlyInAnyOrder("alternate", "self");
  }

  @ParameterizedTest
  @EnumSource(SearchFeed.Kind.class)
  void whatReadsAsMarkupStaysText(SearchFeed.Kind kind) throws Exception {
    List<Hit> hits = HOSTILE.stream().map(title -> hit(1, title, "en", NEWER)).toList();
    SyndFeed feed = read(FEED.write(kind, hits, hit -> hit.title()));
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactlyElementsOf(HOSTILE);
    for (SyndEntry entry : feed.getEntries()) {
      String shown = entry.getDescription().getValue();
      // a reader of RSS shows this as markup, and sees letters where a title has brackets
      assertThat(kind == SearchFeed.Kind.RSS ? unescaped(shown) : shown)
          .isEqualTo("About " + entry.getTitle());
      if (kind == SearchFeed.Kind.RSS) {
        assertThat(shown).doesNotContain("<", ">");
      }
    }
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  @ParameterizedTest
  @EnumSource(SearchFeed.Kind.class)
  void whatXmlCannotSayIsLeftOut(SearchFeed.Kind kind) throws Exception {
    String broken = "a\u0000b\u0008c\ud800d\udc00e\ufffff\u001b[31m";
    SyndFeed feed =
        read(FEED.write(kind, List.of(hit(1, broken, "en", NEWER)), hit -> "Pra\u0001ctice"));
    assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("abcdef[31m");
    assertThat(feed.getEntries().get(0).getCategories().get(0).getName()).isEqualTo("Practice");
  }

  @ParameterizedTest
  @EnumSource(SearchFeed.Kind.class)
  void nothingFoundIsAFeedWithoutEntries(SearchFeed.Kind kind) throws Exception {
    SyndFeed feed = read(FEED.write(kind, List.of(), hit -> "x"));
    assertThat(feed.getEntries()).isEmpty();
    assertThat(feed.getTitle()).startsWith("Portolan");
  }
}
