package org.portolan.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Reads documents as browsers show them, without anything of what wrote them. */
final class PdfJs {
  private static final String PLACE =
      "/META-INF/resources/webjars/pdfjs-dist/3.11.174/legacy/build/";

  /** All lines in their order; in one where anything runs from the right, from the right. */
  private static final String READ =
      """
      async base64 => {
        const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
        const lib = window['pdfjs-dist/build/pdf'] || window.pdfjsLib;
        const doc = await lib.getDocument({data: bytes, useWorkerFetch: false,
            isEvalSupported: false, disableFontFace: true}).promise;
        const out = [];
        for (let p = 1; p <= doc.numPages; p++) {
          const lines = new Map();
          for (const item of (await (await doc.getPage(p)).getTextContent()).items) {
            const y = Math.round(item.transform[5]);
            lines.set(y, [...(lines.get(y) || []), item]);
          }
          for (const y of [...lines.keys()].sort((a, b) => b - a)) {
            const way = lines.get(y).some(i => i.dir === 'rtl') ? -1 : 1;
            const items = lines.get(y).sort((a, b) => (a.transform[4] - b.transform[4]) * way);
            const text = items.map(i => i.str).join('');
            if (text.trim()) {
              out.push({text, base: items[0].transform[5],
                  size: Math.max(...items.map(i => i.height))});
            }
          }
        }
        return out;
      }""";

  private PdfJs() {}

  /**
   * A line of a page.
   *
   * @param base where its letters stand, in points from the foot of the page
   * @param size of its letters, in points
   */
  record Line(String text, double base, double size) {
    private static Line of(Map<String, Object> read) {
      return new Line(
          (String) read.get("text"),
          ((Number) read.get("base")).doubleValue(),
          ((Number) read.get("size")).doubleValue());
    }
  }

  @SuppressWarnings("unchecked")
  static List<Line> read(byte[] document) {
    Page page = Chromium.open("en", 800, true);
    try {
      page.navigate("about:blank");
      for (String script : new String[] {"pdf.worker.min.js", "pdf.min.js"}) {
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(PLACE + script)));
      }
      Object read = page.evaluate(READ, Base64.getEncoder().encodeToString(document));
      return ((List<Map<String, Object>>) read).stream().map(Line::of).toList();
    } finally {
      page.context().close();
    }
  }

  private static String resource(String name) {
    try (InputStream in = PdfJs.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
