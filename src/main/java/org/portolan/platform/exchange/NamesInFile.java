package org.portolan.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks for a person in a file as it was sent, also where it was not understood: in all encodings,
 * and in every part of a workbook.
 */
final class NamesInFile {
  private static final Map<String, String> UNESCAPED =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&amp;", "&");

  private static final Pattern NUMBERED =
      Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|([0-9]{1,6}));");

  private NamesInFile() {}

  static boolean names(byte[] content, NamedPerson person) {
    if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
      return workbook(content, person);
    }
    return FileForm.CHARSETS.stream()
        .anyMatch(charset -> person.inLines(new String(content, Charset.forName(charset))));
  }

  /** Its texts stand apart from its rows, so that a name is looked for in the whole of a part. */
  private static boolean workbook(byte[] content, NamedPerson person) {
    try {
      XlsxReading.measure(content);
      try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
        Enumeration<ZipArchiveEntry> parts = zip.getEntries();
        while (parts.hasMoreElements()) {
          ZipArchiveEntry part = parts.nextElement();
          try (InputStream in = zip.getInputStream(part)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (person.in(part.getName()) || person.in(plain(text))) {
              return true;
            }
          }
        }
        return false;
      }
    } catch (IOException | UnreadableFile | IllegalArgumentException e) {
      // of what cannot be looked into, nobody can say whom it names
      return true;
    }
  }

  private static String plain(String text) {
    String plain =
        NUMBERED
            .matcher(text)
            .replaceAll(
                each ->
                    Matcher.quoteReplacement(
                        Character.toString(
                            each.group(1) == null
                                ? Integer.parseInt(each.group(2))
                                : Integer.parseInt(each.group(1), 16))));
    for (Map.Entry<String, String> each : UNESCAPED.entrySet()) {
      plain = plain.replace(each.getKey(), each.getValue());
    }
    return plain.toLowerCase(Locale.ROOT);
  }
}
