package org.portolan.finding.web;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Piece;
import org.portolan.platform.web.XmlCharacters;

/**
 * Hits as a feed. All texts are plain: what reads as markup in a title stays text in every reader.
 *
 * @param title of the feed
 * @param base of this installation
 * @param self where the feed is, from the root
 * @param page that shows the same to people, from the root
 */
record SearchFeed(String title, String base, String self, String page, Language language) {
  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  /** The two ways of writing it. */
  enum Kind {
    ATOM("atom_1.0", "application/atom+xml"),
    RSS("rss_2.0", "application/rss+xml");

    private final String type;
    private final String media;

    Kind(String type, String media) {
      this.type = type;
      this.media = media;
    }

    String media() {
      return media;
    }
  }

  /**
   * @param kindName what an item is, in words
   */
  byte[] write(Kind kind, List<Hit> hits, Function<Hit, String> kindName) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(kind.type);
    feed.setTitle(XmlCharacters.of(title));
    feed.setDescription(XmlCharacters.of(title));
    feed.setUri(base + self);
    feed.setLanguage(language.code());
    feed.setLink(base + page);
    if (kind == Kind.ATOM) {
      feed.setAuthors(List.of(author()));
      feed.setLinks(List.of(link("alternate", "text/html", page), link("self", kind.media, self)));
    }
    feed.setPublishedDate(Date.from(newest(hits)));
    List<SyndEntry> entries = new ArrayList<>();
    hits.forEach(hit -> entries.add(entry(kind, hit, kindName.apply(hit))));
    feed.setEntries(entries);
    try {
      Document written = new SyndFeedOutput().outputJDom(feed);
      complete(kind, written.getRootElement(), hits);
      return new XMLOutputter(Format.getRawFormat())
          .outputString(written)
          .getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed could not be written", e);
    }
  }

  /** When the last of them was published; the beginning of time where there is none. */
  static Instant newest(List<Hit> hits) {
    return hits.isEmpty() ? Instant.EPOCH : hits.get(0).published();
  }

  private SyndEntry entry(Kind kind, Hit hit, String kindName) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(base + hit.path());
    entry.setLink(base + hit.path());
    entry.setTitle(XmlCharacters.of(hit.title()));
    entry.setPublishedDate(Date.from(hit.published()));
    entry.setUpdatedDate(Date.from(hit.published()));
    entry.setDescription(summary(kind, hit));
    if (kind == Kind.ATOM) {
      entry.setAuthors(List.of(author()));
    }
    SyndCategory category = new SyndCategoryImpl();
    category.setName(XmlCharacters.of(kindName));
    entry.setCategories(List.of(category));
    return entry;
  }

  private static SyndPerson author() {
    SyndPerson author = new SyndPersonImpl();
    author.setName("Portolan");
    return author;
  }

  private static SyndContent summary(Kind kind, Hit hit) {
    String text =
        XmlCharacters.of(hit.snippet().stream().map(Piece::text).collect(Collectors.joining()));
    SyndContent content = new SyndContentImpl();
    // readers of RSS take a description for markup whatever is said of it
    content.setType(kind == Kind.ATOM ? "text" : "text/html");
    content.setValue(kind == Kind.ATOM ? text : escaped(text));
    return content;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private SyndLink link(String relation, String media, String path) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(relation);
    link.setType(media);
    link.setHref(base + path);
    return link;
  }

  /** What the library has no word for: languages in Atom, its own address in RSS. */
  private void complete(Kind kind, Element root, List<Hit> hits) {
    if (kind == Kind.RSS) {
      root.getChild("channel")
          .addContent(
              0,
              new Element("link", ATOM)
                  .setAttribute("rel", "self")
                  .setAttribute("type", kind.media)
                  .setAttribute("href", base + self));
      return;
    }
    root.setAttribute("lang", language.code(), Namespace.XML_NAMESPACE);
    List<Element> entries = root.getChildren("entry", root.getNamespace());
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).setAttribute("lang", hits.get(i).titleLanguage(), Namespace.XML_NAMESPACE);
    }
  }
}
