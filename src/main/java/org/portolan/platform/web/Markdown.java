package org.portolan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns the Markdown that people write into HTML that may stand in a page: whatever they put in, no
 * script, style, form, image or frame comes out, and tags are shown as they were typed.
 */
@Named("markdown")
@ApplicationScoped
public class Markdown {
  private static final int TOP = 2;
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), AutolinkExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  // tags that people write are text like any other
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder()
          .extensions(EXTENSIONS)
          .lineBreakRendering(LineBreakRendering.COMPACT)
          .build();
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li")
          .allowElements("em", "strong", "code", "pre", "blockquote", "a")
          .allowElements("table", "thead", "tbody", "tr", "th", "td")
          .allowAttributes("href")
          .onElements("a")
          .allowStandardUrlProtocols()
          .requireRelNofollowOnLinks()
          .toFactory();

  /** HTML of a text; its headings begin one level below the title of the page. */
  public String html(String text) {
    return html(text, TOP);
  }

  /**
   * @param top rank of its highest headings, below whatever heads the text
   */
  public String html(String text, int top) {
    if (text == null || text.isBlank()) {
      return "";
    }
    Node document = PARSER.parse(text);
    lowerHeadings(document, top);
    // the empty corner of a table heads nothing
    return POLICY.sanitize(RENDERER.render(document)).replace("<th></th>", "<td></td>");
  }

  /** The words of a text without any markup, as the index wants them. */
  public String plain(String text) {
    return text == null || text.isBlank() ? "" : PLAIN.render(PARSER.parse(text));
  }

  /** A page has one title: a text that begins with # must not bring a second one. */
  private static void lowerHeadings(Node document, int top) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.max(top, heading.getLevel()));
            visitChildren(heading);
          }
        });
  }
}
