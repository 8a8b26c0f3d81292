package org.portolan.platform.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.portolan.platform.reading.NotReadable.Reason;

/**
 * A small picture of a file, as a JPEG.
 *
 * @param width in dots
 * @param height in dots
 */
public record FoundPicture(byte[] content, int width, int height) {
  public static final String MEDIA_TYPE = "image/jpeg";
  public static final int MOST_BYTES = 6 * 1024;

  static final int WIDEST = 160;
  static final int HIGHEST = 226;

  /** What the limited process calls the file in its folder into which it writes. */
  static final String FILE = "picture";

  public FoundPicture {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  /** Reads what the process left; empty where it found nothing to be shown. */
  static Optional<FoundPicture> of(ReadFacts facts, Path folder) throws NotReadable, IOException {
    int width = facts.number("width");
    int height = facts.number("height");
    if (width == 0 || height == 0) {
      return Optional.empty();
    }
    Path file = folder.resolve(FILE);
    if (width > WIDEST
        || height > HIGHEST
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotReadable(Reason.BROKEN);
    }
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MOST_BYTES + 1);
    }
    if (content.length > MOST_BYTES || !jpeg(content)) {
      throw new NotReadable(Reason.BROKEN);
    }
    return Optional.of(new FoundPicture(content, width, height));
  }

  private static boolean jpeg(byte[] content) {
    int last = content.length - 1;
    return last > 3
        && content[0] == (byte) 0xff
        && content[1] == (byte) 0xd8
        && content[last - 1] == (byte) 0xff
        && content[last] == (byte) 0xd9;
  }
}
