package org.portolan.platform.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.portolan.platform.i18n.Language;

/**
 * Lays an XHTML page out as PDF. Letters of all our languages come from one family of fonts, which
 * is embedded; Arabic letters join and its lines run from the right. It is tagged, so that programs
 * read it aloud in its order. Nothing is fetched from anywhere; pictures come in the page itself.
 */
public final class PdfWriting {
  /** Name of the family of fonts, for style sheets. */
  public static final String FONT = "DejaVu Sans";

  static final String NORMAL = "DejaVuSans.ttf";
  static final String BOLD = "DejaVuSans-Bold.ttf";

  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  static {
    // else it tells of every step
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /** Marks over Arabic letters, which may be left out: joined letters keep no place for them. */
  private static final Pattern MARKS = Pattern.compile("[\u064b-\u0652]");

  /** What no XML may hold. */
  private static final String NO_XML =
      "[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]";

  private static final String PICTURE = "data:image/png;base64,";

  private PdfWriting() {}

  /** A text that somebody typed, as it may stand in a page. */
  public static String escaped(String text) {
    return MARKS
        .matcher(text)
        .replaceAll("")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll(NO_XML, " ");
  }

  /** Markup that is safe and well formed, as it may stand in a page. */
  public static String markup(String html) {
    return MARKS.matcher(html).replaceAll("").replaceAll(NO_XML, " ");
  }

  /**
   * @param xhtml a whole document, in which everything that somebody typed is escaped
   */
  public static byte[] write(String xhtml, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> font(NORMAL), FONT);
    builder.useFont(() -> font(BOLD), FONT, 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(
        language.direction().equals("rtl") ? TextDirection.RTL : TextDirection.LTR);
    builder.usePdfUaAccessibility(true);
    builder.useUriResolver((base, uri) -> uri != null && uri.startsWith(PICTURE) ? uri : null);
    builder.withHtmlContent(xhtml, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The same for a document with tables whose rows begin at the right in some languages, and are
   * given from the left all the same.
   */
  public static byte[] writeGrid(String xhtml, Language language) {
    byte[] pdf = write(xhtml, language);
    return language.direction().equals("rtl") ? ReadingOrder.rowsFromTheRight(pdf) : pdf;
  }

  static InputStream font(String name) {
    return Objects.requireNonNull(PdfWriting.class.getResourceAsStream(FONTS + name), name);
  }
}
