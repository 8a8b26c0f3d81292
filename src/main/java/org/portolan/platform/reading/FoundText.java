package org.portolan.platform.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.reading.NotReadable.Reason;

/**
 * The text of a file.
 *
 * @param format null where it is none that is read
 * @param parts by page, slide or sheet, the first first; one of the whole where it has no such
 * @param locked whether it opens for those who have its key alone
 * @param whole whether that is all of it
 */
public record FoundText(FileFormat format, List<String> parts, boolean locked, boolean whole) {
  /** What the limited process calls the file in its folder into which it writes. */
  static final String FILE = "text";

  /** A letter has four bytes at most; one part may be written after there were enough. */
  private static final int MOST_BYTES =
      4 * (TextParts.MOST + TextParts.MOST_OF_PART) + TextParts.MOST_PARTS;

  public FoundText {
    parts = List.copyOf(parts);
  }

  /** Whether there is a word in it: pages that were only photographed have none. */
  public boolean wordless() {
    return parts.stream().allMatch(String::isBlank);
  }

  /** Reads what the process left; it is trusted with no more than its length. */
  static FoundText of(ReadFacts facts, Path folder) throws NotReadable, IOException {
    FileFormat format = FileFormat.of(facts).orElse(null);
    return new FoundText(
        format,
        format == null ? List.of() : parts(folder.resolve(FILE), facts.number("parts")),
        facts.has("locked"),
        !facts.has("more"));
  }

  private static List<String> parts(Path file, int count) throws NotReadable, IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotReadable(Reason.BROKEN);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    List<String> parts = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int from = 0;
    for (int end = text.indexOf(TextParts.END);
        end >= 0 && parts.size() <= TextParts.MOST_PARTS;
        end = text.indexOf(TextParts.END, from)) {
      parts.add(text.substring(from, end));
      from = end + 1;
    }
    if (bytes.length > MOST_BYTES || parts.size() != count) {
      throw new NotReadable(Reason.BROKEN);
    }
    return parts;
  }
}
