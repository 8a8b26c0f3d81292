package org.portolan.platform.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file as it is read, one part after another, written to the disk and no further than
 * is worth it: long reports fit, and nothing that was made to have no end.
 */
final class TextParts implements AutoCloseable {
  /** Of all parts together, in characters: some 250 pages of nothing but words. */
  static final int MOST = 500_000;

  static final int MOST_OF_PART = 50_000;
  static final int MOST_PARTS = 5_000;

  /** Stands after every part; in none of them. */
  static final char END = '\f';

  private final Writer out;
  private final long until;
  private final StringBuilder part = new StringBuilder();
  private int written;
  private int count;
  private boolean stopped;
  private boolean more;

  TextParts(Path file, int seconds) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    until = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /** Whether there is room and time for more. */
  boolean going() {
    if (!stopped
        && (written + part.length() >= MOST
            || count >= MOST_PARTS
            || System.nanoTime() - until > 0)) {
      stopped = true;
    }
    return !stopped;
  }

  /** Adds a whole part. */
  void add(String text) throws IOException {
    append(text.toCharArray(), 0, text.length());
    end();
  }

  /** Adds to the part that is being read; what is more than a part may have is left out. */
  void append(char[] text, int from, int length) {
    int room = Math.max(0, Math.min(MOST_OF_PART, MOST - written) - part.length());
    more |= length > room;
    for (int i = from; i < from + Math.min(room, length); i++) {
      part.append(shown(text[i]));
    }
  }

  /** The same of a text without parts, which goes on in another where one is full. */
  void flow(char[] text, int from, int length) throws IOException {
    int at = from;
    while (at < from + length && going()) {
      int piece = Math.min(from + length - at, MOST_OF_PART - part.length());
      append(text, at, piece);
      at += piece;
      if (part.length() >= MOST_OF_PART) {
        end();
      }
    }
  }

  /** Lines stay; what else steers a screen or the direction of writing is a space. */
  private static char shown(char letter) {
    boolean steers =
        Character.isISOControl(letter)
            || letter >= '\u202a' && letter <= '\u202e'
            || letter >= '\u2066' && letter <= '\u2069'
            || letter == '\u2028'
            || letter == '\u2029';
    return steers && letter != '\n' ? ' ' : letter;
  }

  /** The part is whole: of one without words only its place is kept. */
  void end() throws IOException {
    String text = tidy();
    out.write(text);
    out.write(END);
    written += text.length();
    count++;
    part.setLength(0);
  }

  private String tidy() {
    return part.toString()
        .replaceAll("[ \\u00a0]{2,}", " ")
        .replaceAll("\\s*\\n\\s*", "\n")
        .strip();
  }

  boolean begun() {
    return !part.isEmpty();
  }

  int count() {
    return count;
  }

  /** Whether there is more in the file than was read. */
  boolean more() {
    return stopped || more;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
