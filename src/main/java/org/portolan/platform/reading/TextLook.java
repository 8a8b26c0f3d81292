package org.portolan.platform.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.txt.TXTParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text of a file, part by part, into a file beside it: of a PDF by page, of a
 * presentation by slide, of a table by sheet. Says the format, how many {@code parts} it read and,
 * where it is so, {@code locked}, or {@code more} where it stopped before the end. What lies in a
 * document as a file of its own, its forms and its macros are not looked at.
 */
final class TextLook implements FileLook {
  /** Reading ends by itself before it is ended, so what was read until then is not lost. */
  private static final int SECONDS = 7;

  @Override
  public void look(Path file, FactLines facts) throws IOException {
    FileFormat format = FormatLook.format(file).orElse(null);
    if (format == null) {
      facts.add(FactLines.OTHER);
      return;
    }
    facts.add(format.fact());
    try (TextParts parts = new TextParts(Path.of(FoundText.FILE), SECONDS)) {
      if (format == FileFormat.PDF) {
        pages(file, parts, facts);
      } else if (format.written()) {
        document(file, format, parts, facts);
      }
      facts.add("parts", parts.count());
      if (parts.more()) {
        facts.add("more");
      }
    }
  }

  private static void pages(Path file, TextParts parts, FactLines facts) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = document.getNumberOfPages();
      facts.add("pages", pages);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      for (int page = 1; page <= pages && parts.going(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        parts.add(stripper.getText(document));
      }
    } catch (InvalidPasswordException e) {
      facts.add("locked");
    } catch (NoClassDefFoundError e) {
      // what opens files that are locked for a certificate is not with us
      if (!String.valueOf(e.getMessage()).contains("bouncycastle")) {
        throw e;
      }
      facts.add("locked");
    }
  }

  private static void document(Path file, FileFormat format, TextParts parts, FactLines facts)
      throws IOException {
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingInside());
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    context.set(OfficeParserConfig.class, office);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      parser(format).parse(in, new PartHandler(format.unit(), parts), new Metadata(), context);
    } catch (EncryptedDocumentException e) {
      facts.add("locked");
    } catch (SAXException | TikaException e) {
      if (parts.going()) {
        throw new IOException(e);
      }
    }
    if (parts.begun() || parts.count() == 0) {
      parts.end();
    }
  }

  private static Parser parser(FileFormat format) {
    return switch (format) {
      case DOCX, XLSX, PPTX -> new OOXMLParser();
      case ODT, ODS, ODP -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case HTML -> new JSoupParser();
      case TXT -> new TXTParser();
      default -> throw new IllegalArgumentException("nothing reads " + format);
    };
  }

  /** Leaves files in files alone. */
  private static final class NothingInside implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
      // nothing of it is read
    }
  }
}
