package org.portolan.platform.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Letters as honest people send them, and such as others do. */
public final class MadePdfs {
  private MadePdfs() {}

  /** What is done to a document before it is written. */
  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  public static byte[] letter(int pages) {
    return made(pages, true, document -> {});
  }

  static byte[] withLink() {
    return made(
        1,
        true,
        document -> {
          PDActionURI action = new PDActionURI();
          action.setURI("https://www.example.org/");
          PDAnnotationLink link = new PDAnnotationLink();
          link.setAction(action);
          document.getPage(0).getAnnotations().add(link);
        });
  }

  public static byte[] withScriptOnOpening() {
    return made(
        1,
        true,
        document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.x()")));
  }

  /** In the tree of names, whose objects are packed into a stream. */
  static byte[] withNamedScript(boolean packed) {
    return made(
        1,
        packed,
        document -> {
          PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
          scripts.setNames(Map.of("a", new PDActionJavaScript("app.x()")));
          PDDocumentNameDictionary names =
              new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setJavascript(scripts);
          document.getDocumentCatalog().setNames(names);
        });
  }

  static byte[] withLaunchOfPage() {
    return made(
        1,
        true,
        document -> {
          PDPageAdditionalActions actions = new PDPageAdditionalActions();
          actions.setO(new PDActionLaunch());
          document.getPage(0).setActions(actions);
        });
  }

  static byte[] withFileInIt() {
    return made(
        1,
        true,
        document -> {
          PDComplexFileSpecification file = new PDComplexFileSpecification();
          file.setFile("a.exe");
          file.setEmbeddedFile(
              new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1, 2, 3})));
          PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
          files.setNames(Map.of("a", file));
          PDDocumentNameDictionary names =
              new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(files);
          document.getDocumentCatalog().setNames(names);
        });
  }

  public static byte[] locked(String password) {
    return made(
        1,
        true,
        document -> {
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy("owner", password, new AccessPermission());
          policy.setEncryptionKeyLength(128);
          document.protect(policy);
        });
  }

  private static byte[] made(int pages, boolean packed, Change change) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText("We put these officers forward.");
          content.endText();
        }
      }
      change.to(document);
      document
          .getDocumentCatalog()
          .getCOSObject()
          .setItem(COSName.VERSION, COSName.getPDFName("1.5"));
      document.save(
          out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of objects as they are written, by their numbers; the first is the catalogue. */
  static byte[] of(Map<Integer, byte[]> objects) {
    return of(objects, "");
  }

  /**
   * @param end what else stands in the trailer
   */
  static byte[] of(Map<Integer, byte[]> objects, String end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("%PDF-1.7\n"));
    Map<Integer, Integer> places = new TreeMap<>();
    objects.forEach(
        (number, object) -> {
          places.put(number, out.size());
          out.writeBytes(ascii(number + " 0 obj\n"));
          out.writeBytes(object);
          out.writeBytes(ascii("\nendobj\n"));
        });
    int table = out.size();
    out.writeBytes(ascii("xref\n0 1\n0000000000 65535 f \n"));
    places.forEach(
        (number, place) ->
            out.writeBytes(
                ascii(number + " 1\n" + String.format(Locale.ROOT, "%010d 00000 n \n", place))));
    out.writeBytes(
        ascii(
            "trailer\n<< /Size "
                + (objects.size() + 1)
                + " /Root 1 0 R"
                + end
                + " >>\nstartxref\n"
                + table
                + "\n%%EOF\n"));
    return out.toByteArray();
  }

  /**
   * An empty page.
   *
   * @param box its corners, as they are written
   */
  public static byte[] ofMeasure(String box) {
    Map<Integer, byte[]> objects = plain();
    objects.put(3, ascii("<< /Type /Page /Parent 2 0 R /MediaBox [" + box + "] >>"));
    return of(objects);
  }

  static Map<Integer, byte[]> plain() {
    Map<Integer, byte[]> objects = new TreeMap<>();
    objects.put(1, ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.put(2, ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
    objects.put(3, ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"));
    return objects;
  }

  /** A stream of noughts that unpacks to so many megabytes. */
  static byte[] noughts(int megabytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] piece = new byte[1024 * 1024];
      for (int i = 0; i < megabytes; i++) {
        out.write(piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(ascii("<< /Filter /FlateDecode /Length " + packed.size() + " >>\nstream\n"));
    stream.writeBytes(packed.toByteArray());
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
