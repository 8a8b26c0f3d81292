package org.portolan.platform.exchange;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the bytes of a file are to be read.
 *
 * @param charset name of the encoding, null for XLSX
 * @param delimiter what stands between cells, null for XLSX
 * @param guessed whether the encoding is a guess that a person should look at
 */
public record FileForm(Format format, String charset, String delimiter, boolean guessed) {
  /** Encodings that a person may choose. */
  public static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1251", "windows-1256");

  public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  private static final int LOOKED_AT = 64 * 1024;
  private static final Map<String, String> ALIKE =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "ISO-8859-2", "windows-1252",
          "ISO-8859-9", "windows-1252",
          "windows-1252", "windows-1252",
          "ISO-8859-5", "windows-1251",
          "KOI8-R", "windows-1251",
          "windows-1251", "windows-1251",
          "ISO-8859-6", "windows-1256",
          "windows-1256", "windows-1256");

  /** Kinds of files. */
  public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** What the bytes look like. */
  static FileForm guess(byte[] content, Collection<String> columns) throws UnreadableFile {
    if (begins(content, 'P', 'K', 3, 4)) {
      return new FileForm(Format.XLSX, null, null, false);
    }
    if (content.length == 0) {
      throw new UnreadableFile("empty");
    }
    if (begins(content, 0xD0, 0xCF, 0x11, 0xE0) || begins(content, '%', 'P', 'D', 'F')) {
      throw new UnreadableFile("format");
    }
    Optional<String> marked = mark(content);
    boolean utf8 = marked.isEmpty() && isUtf8(content);
    String charset = marked.orElseGet(() -> utf8 ? "UTF-8" : oneByte(content));
    FileForm form = new FileForm(Format.CSV, charset, ",", marked.isEmpty() && !utf8);
    return form.delimitedBy(delimiter(form.beginning(content), columns));
  }

  /** The same bytes read in another way, as a person says. */
  FileForm as(String otherCharset, String otherDelimiter) {
    return format == Format.XLSX ? this : new FileForm(format, otherCharset, otherDelimiter, false);
  }

  private FileForm delimitedBy(String other) {
    return new FileForm(format, charset, other, guessed);
  }

  private static boolean begins(byte[] content, int... bytes) {
    return content.length >= bytes.length
        && Arrays.equals(
            Arrays.copyOf(content, bytes.length), 0, bytes.length, narrow(bytes), 0, bytes.length);
  }

  private static byte[] narrow(int... bytes) {
    byte[] narrow = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      narrow[i] = (byte) bytes[i];
    }
    return narrow;
  }

  private static Optional<String> mark(byte[] content) {
    if (begins(content, 0xEF, 0xBB, 0xBF)) {
      return Optional.of("UTF-8");
    }
    if (begins(content, 0xFF, 0xFE)) {
      return Optional.of("UTF-16LE");
    }
    return begins(content, 0xFE, 0xFF) ? Optional.of("UTF-16BE") : Optional.empty();
  }

  private static boolean isUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String oneByte(byte[] content) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(content, Math.min(content.length, LOOKED_AT)));
    return Arrays.stream(detector.detectAll())
        .map(CharsetMatch::getName)
        .map(ALIKE::get)
        .filter(name -> name != null)
        .findFirst()
        .orElse("windows-1252");
  }

  private String beginning(byte[] content) {
    String text =
        new String(content, 0, Math.min(content.length, LOOKED_AT), Charset.forName(charset));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The one that shows most of the columns that we know; the comma where none does. */
  private static String delimiter(String beginning, Collection<String> columns) {
    String first = beginning.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (first.length() == 5 && first.startsWith("sep=")) {
      return first.substring(4);
    }
    return DELIMITERS.stream()
        .max(
            Comparator.comparingLong(
                    (String each) ->
                        Arrays.stream(first.split(java.util.regex.Pattern.quote(each)))
                            .map(head -> head.replace("\"", "").strip())
                            .filter(columns::contains)
                            .count())
                .thenComparing(each -> each.equals(",")))
        .orElse(",");
  }
}
