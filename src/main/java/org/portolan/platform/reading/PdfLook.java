package org.portolan.platform.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a file is a PDF that can only be read: every object that it names is looked at, in
 * whatever packing, and so are the bytes between them. Says {@code pages} and, where it found them,
 * {@code other} (no PDF at all), {@code cut}, {@code locked}, {@code script}, {@code acts} (does
 * something by itself or sends something) and {@code carries} (other files).
 */
final class PdfLook implements FileLook {
  private static final int TAIL = 2048;

  /** Far more than all text and drawings of a letter. */
  private static final long MOST_UNPACKED = 100L * 1024 * 1024;

  private static final Set<String> SCRIPT = Set.of("JavaScript", "Rendition");
  private static final Set<String> ACTS =
      Set.of(
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToR",
          "GoToE",
          "RichMediaExecute",
          "Movie",
          "Sound");
  private static final Set<String> STAYS = Set.of("GoTo", "Named");
  private static final Set<String> PICTURE_FILTERS =
      Set.of("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "DCT", "CCF");

  private final Deque<COSBase> todo = new ArrayDeque<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private long unpacked;

  @Override
  public void look(Path file, FactLines facts) throws IOException {
    if (!begins(file)) {
      facts.add(FactLines.OTHER);
      return;
    }
    if (!ends(file)) {
      facts.add("cut");
      return;
    }
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.isEncrypted()) {
        facts.add("locked");
        return;
      }
      facts.add("pages", document.getNumberOfPages());
      walk(document.getDocument(), facts);
    } catch (InvalidPasswordException e) {
      facts.add("locked");
      return;
    } catch (NoClassDefFoundError e) {
      if (!ofCertificates(e)) {
        throw e;
      }
      facts.add("locked");
      return;
    }
    // what an older state of the file holds, and whatever the table of objects does not name
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      NamesInBytes.of(in, facts);
    }
  }

  /** What opens files that are locked for a certificate is not with us. */
  private static boolean ofCertificates(NoClassDefFoundError missing) {
    return String.valueOf(missing.getMessage()).contains("bouncycastle");
  }

  private static boolean begins(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }
  }

  private static boolean ends(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
  }

  private void walk(COSDocument document, FactLines facts) throws IOException {
    todo.add(document.getTrailer());
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      COSObject object = document.getObjectFromPool(key);
      // what cannot be read here may be read by another program
      if (object.getObject() == null) {
        facts.add(FactLines.BROKEN);
      }
      todo.add(object);
    }
    while (!todo.isEmpty()) {
      COSBase next = todo.pop();
      if (next instanceof COSObject reference) {
        next = reference.getObject();
      }
      if (next == null || !seen.add(next)) {
        continue;
      }
      if (next instanceof COSArray array) {
        array.forEach(this::later);
      } else if (next instanceof COSDictionary dictionary) {
        dictionary.getValues().forEach(this::later);
        judge(dictionary, facts);
        if (dictionary instanceof COSStream stream) {
          unpack(stream, facts);
        }
      }
    }
  }

  private void later(COSBase value) {
    if (value instanceof COSObject || value instanceof COSDictionary || value instanceof COSArray) {
      todo.push(value);
    }
  }

  private static void judge(COSDictionary dictionary, FactLines facts) {
    String action = dictionary.getNameAsString(COSName.S, "");
    if (SCRIPT.contains(action)
        || !action.isEmpty() && dictionary.containsKey(COSName.JS)
        || dictionary.getDictionaryObject(COSName.JAVA_SCRIPT) instanceof COSDictionary
        || dictionary.containsKey(COSName.getPDFName("XFA"))) {
      facts.add("script");
    }
    if (ACTS.contains(action)
        || opens(dictionary.getDictionaryObject(COSName.OPEN_ACTION))
        || actsByItself(dictionary.getDictionaryObject(COSName.AA))
        || dictionary.getNameAsString(COSName.SUBTYPE, "").equals("RichMedia")
        // what it shows is fetched from another file
        || dictionary instanceof COSStream && dictionary.containsKey(COSName.F)) {
      facts.add("acts");
    }
    if (dictionary.containsKey(COSName.EF)
        || dictionary.containsKey(COSName.EMBEDDED_FILES)
        || dictionary.getNameAsString(COSName.TYPE, "").equals("EmbeddedFile")
        || dictionary.getNameAsString(COSName.SUBTYPE, "").equals("FileAttachment")) {
      facts.add("carries");
    }
  }

  /** A document may open at a place in itself, and do nothing else. */
  private static boolean opens(COSBase action) {
    return action instanceof COSDictionary dictionary
        && (!STAYS.contains(dictionary.getNameAsString(COSName.S, ""))
            || dictionary.containsKey(COSName.NEXT));
  }

  private static boolean actsByItself(COSBase actions) {
    return actions instanceof COSDictionary dictionary
        && dictionary.keySet().stream()
            .map(dictionary::getDictionaryObject)
            .anyMatch(
                each -> each instanceof COSDictionary action && action.containsKey(COSName.S));
  }

  /** Pictures apart, which nobody unpacks to learn what a file does. */
  private void unpack(COSStream stream, FactLines facts) throws IOException {
    if (stream.getNameAsString(COSName.SUBTYPE, "").equals("Image")
        || pictured(stream.getFilters())) {
      return;
    }
    boolean objects = stream.getNameAsString(COSName.TYPE, "").equals("ObjStm");
    try (InputStream in = new BufferedInputStream(stream.createInputStream())) {
      unpacked +=
          objects ? NamesInBytes.of(in, facts) : in.transferTo(OutputStream.nullOutputStream());
    }
    if (unpacked > MOST_UNPACKED) {
      facts.add("unpacks");
      todo.clear();
    }
  }

  private static boolean pictured(COSBase filters) {
    if (filters instanceof COSName one) {
      return PICTURE_FILTERS.contains(one.getName());
    }
    return filters instanceof COSArray several
        && several.toCOSNameStringList().stream().anyMatch(PICTURE_FILTERS::contains);
  }
}
