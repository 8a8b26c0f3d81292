package org.portolan.platform.reading;

import static org.portolan.platform.reading.MadeDocuments.bytes;
import static org.portolan.platform.reading.MadePdfs.ascii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that mean harm to whoever reads them, or to whoever is given them: each is made only when
 * it is asked for. Those that would fetch something name a place on this machine where somebody
 * counts who comes.
 */
public final class HostileFiles {
  private static final int MEGABYTE = 1024 * 1024;

  /** A file under the name that its sender gives it. */
  public record Hostile(String name, Supplier<byte[]> content) {}

  private final Map<String, Hostile> all = new LinkedHashMap<>();
  private final String place;

  private HostileFiles(int port) {
    place = "http://127.0.0.1:" + port + "/";
    pdfs();
    entities();
    bombs();
    deep();
    names();
    drawings();
    truncated();
    noise();
  }

  /**
   * @param port at which those come that follow what a file names
   */
  public static List<Hostile> all(int port) {
    return List.copyOf(new HostileFiles(port).all.values());
  }

  private void add(String name, Supplier<byte[]> content) {
    if (all.put(name, new Hostile(name, content)) != null) {
      throw new IllegalStateException("twice: " + name);
    }
  }

  private void pdfs() {
    add("locked.pdf", () -> MadePdfs.locked("secret"));
    add("opens-without-password.pdf", () -> MadePdfs.locked(""));
    add(
        "certificate.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(
              4,
              ascii(
                  "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /R 131075 /Length 128"
                      + " /Recipients [<3000>] >>"));
          return MadePdfs.of(objects, " /Encrypt 4 0 R /ID [<00> <00>]");
        });
    add("script.pdf", MadePdfs::withScriptOnOpening);
    add("named-script.pdf", () -> MadePdfs.withNamedScript(true));
    add("launch.pdf", MadePdfs::withLaunchOfPage);
    add("file-in-it.pdf", MadePdfs::withFileInIt);
    add(
        "xfa-xxe.pdf",
        () -> xfa("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + place + "xfa\">]><x>&e;</x>"));
    add("xfa-bomb.pdf", () -> xfa(laughs() + "<x>&z;</x>"));
    add(
        "metadata-xxe.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + place + "xmp\">]><x>&e;</x>";
          objects.put(1, ascii("<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>"));
          objects.put(
              4,
              ascii(
                  "<< /Type /Metadata /Subtype /XML /Length "
                      + xml.length()
                      + " >>\nstream\n"
                      + xml
                      + "\nendstream"));
          return MadePdfs.of(objects);
        });
    add(
        "stream-from-elsewhere.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(4, ascii("<< /Length 0 /F (" + place + "f) >>\nstream\n\nendstream"));
          return MadePdfs.of(objects);
        });
    add(
        "opens-address.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(
              1,
              ascii(
                  "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI ("
                      + place
                      + "o) >> >>"));
          return MadePdfs.of(objects);
        });
    add(
        "pages-in-a-ring.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(2, ascii("<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"));
          return MadePdfs.of(objects);
        });
    add(
        "a-milliard-pages.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(2, ascii("<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"));
          return MadePdfs.of(objects);
        });
    add(
        "five-thousand-pages.pdf",
        () ->
            MadeDocuments.pdf(
                Collections.nCopies(5_000, "A page like all the others, with some words on it.")));
    add("rubbish.pdf", () -> ascii("%PDF-1.7\n" + "rubbish ".repeat(5_000) + "\n%%EOF\n"));
    add("nothing-but-a-head.pdf", () -> ascii("%PDF-1.7\n"));
    add(
        "gigabyte-of-noughts.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(4, MadePdfs.noughts(1024));
          return MadePdfs.of(objects);
        });
    add(
        "page-of-noughts.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(
              3, ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"));
          objects.put(4, MadePdfs.noughts(900));
          return MadePdfs.of(objects);
        });
    add(
        "deep-arrays.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(4, ascii("[".repeat(200_000) + "]".repeat(200_000)));
          return MadePdfs.of(objects);
        });
    add("deep-graphics.pdf", () -> content("q ".repeat(2_000_000)));
    add("long-text.pdf", () -> content("BT /F1 9 Tf " + "(word) Tj ".repeat(400_000) + "ET"));
    add(
        "huge-page.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(3, ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9e99 9e99] >>"));
          return MadePdfs.of(objects);
        });
    add(
        "form-draws-itself.pdf",
        () -> {
          Map<Integer, byte[]> objects = MadePdfs.plain();
          objects.put(
              3,
              ascii(
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources <<"
                      + " /XObject << /X 4 0 R >> >> >>"));
          objects.put(
              4,
              ascii(
                  "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject"
                      + " << /X 4 0 R >> >> >>\nstream\n/X Do /X Do\nendstream"));
          objects.put(5, ascii("<< /Length 5 >>\nstream\n/X Do\nendstream"));
          return MadePdfs.of(objects);
        });
  }

  private static byte[] xfa(String xml) {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(1, ascii("<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 4 0 R >> >>"));
    objects.put(4, ascii("<< /Length " + xml.length() + " >>\nstream\n" + xml + "\nendstream"));
    return MadePdfs.of(objects);
  }

  private static byte[] content(String drawing) {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(
        3,
        ascii(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<"
                + " /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"));
    objects.put(
        4, ascii("<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream"));
    return MadePdfs.of(objects);
  }

  private String entity(String what) {
    return "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + what + "\">]>";
  }

  private void entities() {
    for (String what : List.of(place + "dtd", "file:///etc/passwd", "jar:" + place + "a.jar!/x")) {
      String name = what.replaceAll(":.*", "") + "-entity";
      String word =
          entity(what) + MadeDocuments.wordDocument("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>");
      add(name + ".docx", () -> MadeDocuments.zip(MadeDocuments.docxParts(word)));
      String open = entity(what) + MadeDocuments.openDocument("<text:p>&e;</text:p>");
      add(name + ".odt", () -> MadeDocuments.zip(MadeDocuments.odtParts(open)));
    }
    String external = "<!DOCTYPE x SYSTEM \"" + place + "external.dtd\">";
    add(
        "external-types.docx",
        () ->
            MadeDocuments.zip(
                MadeDocuments.docxParts(external + MadeDocuments.wordDocument("<w:p/>"))));
    add(
        "external-types.odt",
        () ->
            MadeDocuments.zip(
                MadeDocuments.odtParts(
                    external + MadeDocuments.openDocument("<text:p>x</text:p>"))));
    add(
        "parameter-entity.odt",
        () ->
            MadeDocuments.zip(
                MadeDocuments.odtParts(
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM \""
                        + place
                        + "p\"> %p;]>"
                        + MadeDocuments.openDocument("<text:p>x</text:p>"))));
    add(
        "laughs.docx",
        () ->
            MadeDocuments.zip(
                MadeDocuments.docxParts(
                    laughs()
                        + MadeDocuments.wordDocument("<w:p><w:r><w:t>&z;</w:t></w:r></w:p>"))));
    add(
        "laughs.odt",
        () ->
            MadeDocuments.zip(
                MadeDocuments.odtParts(
                    laughs() + MadeDocuments.openDocument("<text:p>&z;</text:p>"))));
    add("laughs-in-a-sheet.xlsx", () -> workbook(laughs() + "<worksheet>&z;</worksheet>"));
    add(
        "entity-in-types.docx",
        () -> {
          Map<String, byte[]> parts =
              new LinkedHashMap<>(MadeDocuments.docxParts(MadeDocuments.wordDocument("<w:p/>")));
          parts.put("[Content_Types].xml", bytes(entity(place + "types") + "<Types>&e;</Types>"));
          return MadeDocuments.zip(parts);
        });
    add("relation-elsewhere.docx", () -> related("attachedTemplate", place + "template"));
    add("picture-elsewhere.docx", () -> related("image", place + "picture"));
    add("frame-elsewhere.docx", () -> related("frame", "\\\\127.0.0.1\\share\\x"));
  }

  private static byte[] related(String kind, String target) {
    Map<String, byte[]> parts =
        new LinkedHashMap<>(
            MadeDocuments.docxParts(
                MadeDocuments.wordDocument("<w:p><w:r><w:t>x</w:t></w:r></w:p>")));
    parts.put(
        "word/_rels/document.xml.rels",
        bytes(
            MadeDocuments.relations(List.of(kind, target))
                .replace("\"/></Rel", "\" TargetMode=\"External\"/></Rel")));
    return MadeDocuments.zip(parts);
  }

  /** Ten times ten times ten … words. */
  private static String laughs() {
    StringBuilder all = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"hahahahahaha\">");
    String before = "a";
    for (String name : "b c d e f g h i z".split(" ")) {
      all.append("<!ENTITY " + name + " \"" + ("&" + before + ";").repeat(10) + "\">");
      before = name;
    }
    return all + "]>";
  }

  private static byte[] workbook(String sheet) {
    Map<String, byte[]> parts = unzipped(MadeDocuments.xlsx("x"));
    parts.put("xl/worksheets/sheet1.xml", bytes(sheet));
    return MadeDocuments.zip(parts);
  }

  private static Map<String, byte[]> unzipped(byte[] zip) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (java.util.zip.ZipInputStream in =
        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bombs() {
    add("bomb.docx", () -> bomb("word/document.xml", 800, MadeDocuments.docxParts("<x/>")));
    add(
        "bomb-in-types.docx",
        () -> bomb("[Content_Types].xml", 800, MadeDocuments.docxParts("<x/>")));
    add("bomb.odt", () -> bomb("content.xml", 800, MadeDocuments.odtParts("<x/>")));
    add(
        "bomb-of-styles.docx",
        () ->
            bomb(
                "word/styles.xml",
                800,
                MadeDocuments.docxParts(MadeDocuments.wordDocument("<w:p/>"))));
    add(
        "bomb.xlsx",
        () -> bomb("xl/worksheets/sheet1.xml", 800, unzipped(MadeDocuments.xlsx("x"))));
    add(
        "bomb-of-strings.xlsx",
        () -> bomb("xl/sharedStrings.xml", 800, unzipped(MadeDocuments.xlsx("x"))));
    add("bomb.pptx", () -> bomb("ppt/slides/slide1.xml", 800, unzipped(MadeDocuments.pptx("x"))));
    add(
        "hundred-thousand-entries.docx",
        () -> {
          Map<String, byte[]> parts =
              new LinkedHashMap<>(MadeDocuments.docxParts(MadeDocuments.wordDocument("<w:p/>")));
          for (int i = 0; i < 100_000; i++) {
            parts.put("word/media/" + i, new byte[0]);
          }
          return MadeDocuments.zip(parts);
        });
    add(
        "zip-in-zip.docx",
        () -> {
          byte[] inner = bomb("a", 100, Map.of());
          for (int i = 0; i < 4; i++) {
            inner = MadeDocuments.zip(Map.of("a.zip", inner, "b.zip", inner));
          }
          Map<String, byte[]> parts =
              new LinkedHashMap<>(MadeDocuments.docxParts(MadeDocuments.wordDocument("<w:p/>")));
          parts.put("word/embeddings/a.zip", inner);
          return MadeDocuments.zip(parts);
        });
    add("huge-cell.xlsx", () -> MadeDocuments.xlsx("word ".repeat(4 * MEGABYTE)));
    add(
        "million-cells.xlsx",
        () -> {
          StringBuilder rows = new StringBuilder();
          for (int i = 1; i <= 200_000; i++) {
            rows.append("<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + i + "</v></c></row>");
          }
          return workbook(
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  + "<sheetData>"
                  + rows
                  + "</sheetData></worksheet>");
        });
    add(
        "last-cell-only.xlsx",
        () ->
            workbook(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"
                    + "</worksheet>"));
    add(
        "thousand-slides.pptx",
        () -> MadeDocuments.pptx(Collections.nCopies(1_000, "next").toArray(String[]::new)));
    add(
        "one-paragraph-of-twenty-megabytes.docx",
        () -> MadeDocuments.docx("word ".repeat(4 * MEGABYTE)));
    add("one-line.txt", () -> bytes("word".repeat(4 * MEGABYTE)));
    add("long-lines.rtf", () -> MadeDocuments.rtf("word ".repeat(3 * MEGABYTE)));
  }

  /** A part of noughts, as a package packs them. */
  private static byte[] bomb(String name, int megabytes, Map<String, byte[]> others) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> each : others.entrySet()) {
          if (!each.getKey().equals(name)) {
            zip.putNextEntry(new ZipEntry(each.getKey()));
            zip.write(each.getValue());
          }
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes("<?xml version=\"1.0\"?><x>"));
        byte[] spaces = new byte[MEGABYTE];
        Arrays.fill(spaces, (byte) 'a');
        for (int i = 0; i < megabytes; i++) {
          zip.write(spaces);
        }
        zip.write(bytes("</x>"));
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deep() {
    int deep = 500_000;
    add(
        "deep.docx",
        () ->
            MadeDocuments.zip(
                MadeDocuments.docxParts(
                    MadeDocuments.wordDocument("<w:sdt>".repeat(deep) + "</w:sdt>".repeat(deep)))));
    add(
        "deep-tables.docx",
        () ->
            MadeDocuments.zip(
                MadeDocuments.docxParts(
                    MadeDocuments.wordDocument(
                        "<w:tbl><w:tr><w:tc>".repeat(50_000)
                            + "</w:tc></w:tr></w:tbl>".repeat(50_000)))));
    add(
        "deep.odt",
        () ->
            MadeDocuments.zip(
                MadeDocuments.odtParts(
                    MadeDocuments.openDocument(
                        "<text:span>".repeat(deep) + "</text:span>".repeat(deep)))));
    add("deep.rtf", () -> bytes("{\\rtf1 " + "{".repeat(deep) + "x" + "}".repeat(deep) + "}"));
    add("deep.html", () -> bytes("<!DOCTYPE html><html><body>" + "<div>".repeat(deep)));
    add(
        "deep.xlsx",
        () -> workbook("<worksheet>" + "<x>".repeat(deep) + "</x>".repeat(deep) + "</worksheet>"));
    add(
        "many-attributes.odt",
        () -> {
          StringBuilder attributes = new StringBuilder();
          for (int i = 0; i < 200_000; i++) {
            attributes.append(" a" + i + "=\"x\"");
          }
          return MadeDocuments.zip(
              MadeDocuments.odtParts(
                  MadeDocuments.openDocument("<text:p" + attributes + ">x</text:p>")));
        });
    add("rtf-binary.rtf", () -> bytes("{\\rtf1 \\bin2147483647 x}"));
    add(
        "rtf-object.rtf",
        () -> bytes("{\\rtf1 {\\object\\objemb{\\*\\objdata " + "0105".repeat(MEGABYTE) + "}}}"));
    add("rtf-numbers.rtf", () -> bytes("{\\rtf1 " + "\\u99999999999 ".repeat(MEGABYTE) + "}"));
  }

  private void names() {
    byte[] plain = bytes("Plain words that harm nobody, under a name that might.\n");
    for (String name :
        List.of(
            "../../../etc/cron.d/x.txt",
            "..\\..\\windows\\x.txt",
            "/etc/passwd",
            "C:\\autoexec.bat",
            "invoice\u202excod.exe",
            "con.txt",
            "a:b.txt",
            ".htaccess",
            "-rf.txt",
            "x".repeat(900) + ".txt",
            "<img src=x onerror=alert(1)>.txt",
            "\"; filename=evil.exe; x=\".txt",
            "letter.pdf.exe",
            "\u0000.txt")) {
      add(name, () -> plain);
    }
    add(
        "slips-out.docx",
        () -> {
          Map<String, byte[]> parts =
              new LinkedHashMap<>(MadeDocuments.docxParts(MadeDocuments.wordDocument("<w:p/>")));
          parts.put("../../../../../../../../tmp/portolan-slipped", bytes("out"));
          parts.put("/tmp/portolan-slipped-too", bytes("out"));
          return MadeDocuments.zip(parts);
        });
  }

  private void drawings() {
    add(
        "script.svg",
        () -> bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
    add(
        "drawing.png",
        () ->
            bytes(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
    add(
        "entity.svg",
        () ->
            bytes(
                entity(place + "svg")
                    + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e;</text></svg>"));
    add("page.html", () -> bytes("<!DOCTYPE html><html><body><script>alert(1)</script>"));
    add("page.pdf", () -> bytes("<!DOCTYPE html><html><body><script>alert(1)</script>"));
    add(
        "page-that-begins-as-a-picture.png",
        () ->
            joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                bytes("<html><script>alert(1)</script></html>")));
    add("pdf-and-zip.pdf", () -> joined(MadePdfs.letter(1), MadeDocuments.docx("both")));
    add(
        "pdf-and-page.pdf",
        () -> joined(MadePdfs.letter(1), bytes("<html><script>alert(1)</script></html>")));
    add("program.txt", () -> joined(bytes("MZ"), new byte[4_000]));
    add("program.docx", () -> joined(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[900]));
    add(
        "macros.docx",
        () -> {
          Map<String, byte[]> parts = unzipped(MadeDocuments.docx("x"));
          parts.put(
              "[Content_Types].xml",
              bytes(
                  new String(
                          parts.get("[Content_Types].xml"), java.nio.charset.StandardCharsets.UTF_8)
                      .replace(
                          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                          "application/vnd.ms-word.document.macroEnabled.main")));
          parts.put("word/vbaProject.bin", new byte[2_000]);
          return MadeDocuments.zip(parts);
        });
    add("thirty-thousand-dots.png", () -> MadePictures.png(30_000, 30_000));
    add("many-dots.png", () -> MadePictures.png(14_000, 14_000));
    add("many-scans.jpg", () -> MadePictures.manyScans(14_000, 14_000));
    add("many-scans.pdf", () -> MadePictures.inPdf(MadePictures.manyScans(65_000, 65_000)));
    add("large-scans.pdf", () -> MadePictures.inPdf(MadePictures.manyScans(8_000, 8_000)));
    add(
        "dashes.pdf",
        () -> content("[0.0001] 0 d 0 0 m " + "600 800 l 0 0 l ".repeat(50_000) + "S"));
    add(
        "curves.pdf",
        () -> content("0 0 m " + "600 0 0 800 600 800 c 0 800 600 0 0 0 c ".repeat(200_000) + "f"));
    add("script.sh", () -> bytes("#!/bin/sh\ncurl " + place + "sh\n"));
  }

  private void truncated() {
    for (Map.Entry<String, byte[]> each :
        Map.of(
                "half.docx", MadeDocuments.docx("words ".repeat(2_000)),
                "half.xlsx", MadeDocuments.xlsx("words ".repeat(2_000)),
                "half.odt", MadeDocuments.odt("words ".repeat(2_000)),
                "half.pptx", MadeDocuments.pptx("words ".repeat(2_000)),
                "half.pdf", MadePdfs.letter(20))
            .entrySet()) {
      byte[] whole = each.getValue();
      add(each.getKey(), () -> Arrays.copyOf(whole, whole.length / 2));
    }
    add("empty.pdf", () -> new byte[0]);
    add("empty.docx", () -> new byte[0]);
  }

  private void noise() {
    Random random = new Random(6);
    for (String name : List.of("noise.pdf", "noise.docx", "noise.rtf", "noise.odt")) {
      byte[] whole =
          switch (name) {
            case "noise.pdf" -> MadePdfs.letter(3);
            case "noise.docx" -> MadeDocuments.docx("words ".repeat(500));
            case "noise.odt" -> MadeDocuments.odt("words ".repeat(500));
            default -> MadeDocuments.rtf("words ".repeat(500));
          };
      for (int i = 0; i < 40; i++) {
        whole[8 + random.nextInt(whole.length - 8)] = (byte) random.nextInt(256);
      }
      add(name, () -> whole);
    }
    byte[] pure = new byte[MEGABYTE];
    random.nextBytes(pure);
    add("pure-noise.bin", () -> pure);
    add("head-of-a-pdf-and-noise.pdf", () -> joined(ascii("%PDF-1.7\n"), pure));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
