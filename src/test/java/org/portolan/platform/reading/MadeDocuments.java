package org.portolan.platform.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Documents of offices, written by hand as small as they may be. */
public final class MadeDocuments {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String P = "http://schemas.openxmlformats.org/presentationml/2006/main";
  private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private MadeDocuments() {}

  /** A PDF with a line of text on each page. */
  public static byte[] pdf(List<String> pages) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (String line : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 12);
          content.newLineAtOffset(50, 700);
          content.showText(line);
          content.endText();
        }
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF with a line of text and so many bytes that no reader looks at. */
  public static byte[] largePdf(String line, int bytes) {
    byte[] noise = new byte[bytes];
    new Random(6).nextBytes(noise);
    try (PDDocument document = Loader.loadPDF(pdf(List.of(line)));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes + 4096)) {
      document
          .getDocumentCatalog()
          .getCOSObject()
          .setItem(
              COSName.getPDFName("Noise"), new PDStream(document, new ByteArrayInputStream(noise)));
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] docx(String... paragraphs) {
    StringBuilder body = new StringBuilder();
    for (String each : paragraphs) {
      body.append("<w:p><w:r><w:t>").append(each).append("</w:t></w:r></w:p>");
    }
    return zip(docxParts(HEAD + wordDocument(body.toString())));
  }

  static String wordDocument(String body) {
    return "<w:document xmlns:w=\"" + W + "\"><w:body>" + body + "</w:body></w:document>";
  }

  static Map<String, byte[]> docxParts(String document) {
    return office(
        "word/document.xml",
        OFFICE + "wordprocessingml.document.main+xml",
        Map.of("word/document.xml", document));
  }

  /** The parts of a package whose main part is named. */
  static Map<String, byte[]> office(String main, String type, Map<String, String> parts) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    StringBuilder types =
        new StringBuilder(HEAD)
            .append(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .append(
                "<Default Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .append("<Override PartName=\"/" + main + "\" ContentType=\"" + type + "\"/>");
    parts.keySet().stream()
        .filter(name -> name.contains("slides/slide") && name.endsWith(".xml"))
        .forEach(
            name ->
                types.append(
                    "<Override PartName=\"/"
                        + name
                        + "\" ContentType=\""
                        + OFFICE
                        + "presentationml.slide+xml\"/>"));
    parts.keySet().stream()
        .filter(name -> name.contains("worksheets/"))
        .forEach(
            name ->
                types.append(
                    "<Override PartName=\"/"
                        + name
                        + "\" ContentType=\""
                        + OFFICE
                        + "spreadsheetml.worksheet+xml\"/>"));
    all.put("[Content_Types].xml", bytes(types + "</Types>"));
    all.put("_rels/.rels", bytes(relations(List.of("officeDocument", main))));
    parts.forEach((name, text) -> all.put(name, bytes(text)));
    return all;
  }

  /**
   * @param pairs the kind of a relation and its target, one after the other
   */
  static String relations(List<String> pairs) {
    StringBuilder all =
        new StringBuilder(HEAD)
            .append(
                "<Relationships"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < pairs.size(); i += 2) {
      all.append(
          "<Relationship Id=\"rId"
              + (i / 2 + 1)
              + "\" Type=\""
              + R
              + "/"
              + pairs.get(i)
              + "\" Target=\""
              + pairs.get(i + 1)
              + "\"/>");
    }
    return all + "</Relationships>";
  }

  /** A workbook of some sheets with one cell each. */
  static byte[] xlsx(String... cells) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder sheets = new StringBuilder();
    List<String> relations = new ArrayList<>();
    for (int i = 1; i <= cells.length; i++) {
      sheets.append("<sheet name=\"Sheet" + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
      relations.addAll(List.of("worksheet", "worksheets/sheet" + i + ".xml"));
      parts.put("xl/worksheets/sheet" + i + ".xml", sheet(cells[i - 1]));
    }
    parts.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook xmlns=\""
            + S
            + "\" xmlns:r=\""
            + R
            + "\"><sheets>"
            + sheets
            + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relations(relations));
    return zip(office("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml", parts));
  }

  static String sheet(String cell) {
    return HEAD
        + "<worksheet xmlns=\""
        + S
        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
        + cell
        + "</t></is></c></row></sheetData></worksheet>";
  }

  /** A presentation of some slides with one line each. */
  static byte[] pptx(String... lines) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder slides = new StringBuilder();
    List<String> relations = new ArrayList<>();
    for (int i = 1; i <= lines.length; i++) {
      slides.append("<p:sldId id=\"" + (255 + i) + "\" r:id=\"rId" + i + "\"/>");
      relations.addAll(List.of("slide", "slides/slide" + i + ".xml"));
      parts.put(
          "ppt/slides/slide" + i + ".xml",
          HEAD
              + "<p:sld xmlns:p=\""
              + P
              + "\" xmlns:a=\""
              + A
              + "\"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>"
              + lines[i - 1]
              + "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>");
    }
    parts.put(
        "ppt/presentation.xml",
        HEAD
            + "<p:presentation xmlns:p=\""
            + P
            + "\" xmlns:r=\""
            + R
            + "\"><p:sldIdLst>"
            + slides
            + "</p:sldIdLst></p:presentation>");
    parts.put("ppt/_rels/presentation.xml.rels", relations(relations));
    return zip(
        office("ppt/presentation.xml", OFFICE + "presentationml.presentation.main+xml", parts));
  }

  static byte[] odt(String text) {
    return zip(odtParts(HEAD + openDocument("<text:p>" + text + "</text:p>")));
  }

  static String openDocument(String body) {
    return "<office:document-content"
        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        + " office:version=\"1.2\"><office:body><office:text>"
        + body
        + "</office:text></office:body></office:document-content>";
  }

  static Map<String, byte[]> odtParts(String content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    parts.put("content.xml", bytes(content));
    return parts;
  }

  static byte[] rtf(String text) {
    return bytes("{\\rtf1\\ansi{\\fonttbl\\f0 Helvetica;}\\f0 " + text + "\\par}");
  }

  static byte[] zip(Map<String, byte[]> parts) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
          ZipEntry entry = new ZipEntry(part.getKey());
          if (part.getKey().equals("mimetype")) {
            // plain and first, so that its words stand where they are looked for
            CRC32 sum = new CRC32();
            sum.update(part.getValue());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(part.getValue().length);
            entry.setCrc(sum.getValue());
          }
          zip.putNextEntry(entry);
          zip.write(part.getValue());
          zip.closeEntry();
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
