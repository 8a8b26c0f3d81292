package org.portolan.platform.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.portolan.platform.reading.FileFormat;

/**
 * The name of a file that somebody sent, as it may be given to others: no folders in it, nothing
 * that turns the direction of writing or cannot be seen, and an ending that its content bears out.
 */
public record FileName(String name) {
  private static final int LONGEST = 80;
  private static final String NAMELESS = "file";

  /** Names that some systems keep for devices. */
  private static final String DEVICES = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)";

  public static FileName of(String given, FileFormat format) {
    String last = given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
    String clean =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("[<>:\"|?*;%&#'`$^{}]", "-")
            .replaceAll("\\s+", " ");
    int dot = clean.lastIndexOf('.');
    String typed = dot < 0 ? "" : clean.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    boolean known = format.endings().contains(typed);
    String stem = bare(known ? clean.substring(0, dot) : clean);
    return new FileName(stem + "." + (known ? typed : format.endings().get(0)));
  }

  private static String bare(String stem) {
    String cut =
        stem.codePointCount(0, stem.length()) > LONGEST
            ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST))
            : stem;
    String bare = cut.replaceAll("^[\\s.~-]+|[\\s.]+$", "");
    return bare.isEmpty() || bare.matches(DEVICES) ? NAMELESS : bare;
  }

  public String ending() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** For the header that names a download: in letters of every program, and in all letters. */
  String parameters() {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9 ._()-]", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "filename=\"" + plain + "\"; filename*=UTF-8\'\'" + whole;
  }
}
