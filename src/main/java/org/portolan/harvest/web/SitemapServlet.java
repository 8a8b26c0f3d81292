package org.portolan.harvest.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.portolan.harvest.Harvest;
import org.portolan.harvest.HarvestedPlace;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.KnownTag;
import org.portolan.platform.web.PackedBody;

/**
 * The sitemap (sitemaps.org 0.9): the pages that everybody may read, with the day of their last
 * change. Written once for what is there.
 */
@OpenTo("everyone")
@WebServlet("/sitemap-of-all")
public class SitemapServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** More may not stand in one file. */
  private static final int MOST = 49_000;

  private static final List<String> FIXED =
      List.of("/", "/catalog", "/calendar", "/knowledge", "/collections", "/regions");

  @Inject private transient Harvest harvest;
  @Inject private transient Installation installation;

  private final transient AtomicReference<Written> written = new AtomicReference<>();

  private record Written(long revision, PackedBody body) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long revision = harvest.revision();
    String tag = "\"" + revision + "\"";
    response.setHeader("ETag", tag);
    if (KnownTag.of(request, tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Written now = written.get();
    if (now == null || now.revision() != revision) {
      now = new Written(revision, PackedBody.of(write().getBytes(StandardCharsets.UTF_8)));
      written.set(now);
    }
    response.setContentType("application/xml;charset=UTF-8");
    now.body().send(request, response);
  }

  private String write() {
    String base = installation.baseUrl();
    return XmlText.of(
        xml -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeStartElement("urlset");
          xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
          for (String path : FIXED) {
            xml.writeStartElement("url");
            XmlText.element(xml, "loc", base + path);
            xml.writeEndElement();
          }
          for (HarvestedPlace place : harvest.places(MOST)) {
            xml.writeStartElement("url");
            XmlText.element(xml, "loc", base + place.path());
            XmlText.element(xml, "lastmod", place.changedAt().toString());
            xml.writeEndElement();
          }
          xml.writeEndElement();
          xml.writeEndDocument();
        });
  }
}
