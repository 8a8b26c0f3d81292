package org.portolan.platform.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * How long a text is on paper, in the letters of {@link PdfWriting}; so that one that is too long
 * for its place ends in dots and not in the middle of a word.
 */
public enum TextWidth {
  NORMAL(PdfWriting.NORMAL),
  BOLD(PdfWriting.BOLD);

  private static final String DOTS = "…";
  private static final ArabicShaping JOINING = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  TextWidth(String file) {
    try (InputStream in = PdfWriting.font(file)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the unit of the size of the letters. */
  public double of(String text, double size) {
    return joined(text)
        .codePoints()
        .mapToDouble(letter -> advance(letter) * size / unitsPerEm())
        .sum();
  }

  /** As much of a text as there is room for, with dots where that is not all of it. */
  public String cut(String text, double size, double room) {
    if (of(text, size) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end).strip() + DOTS, size) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    int word = text.lastIndexOf(' ', end);
    return text.substring(0, word > end / 2 ? word : end).strip() + DOTS;
  }

  /** The same over so many lines, of which each ends with a word. */
  public String cut(String text, double size, double room, int lines) {
    String rest = text;
    StringBuilder kept = new StringBuilder();
    for (int line = 1; line < lines && of(rest, size) > room; line++) {
      int end = rest.indexOf(' ');
      for (int next = end; next >= 0 && of(rest.substring(0, next), size) <= room; ) {
        end = next;
        next = rest.indexOf(' ', next + 1);
      }
      if (end < 0 || of(rest.substring(0, end), size) > room) {
        break;
      }
      kept.append(rest, 0, end + 1);
      rest = rest.substring(end + 1);
    }
    return kept + cut(rest, size, room);
  }

  private synchronized int advance(int letter) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(letter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized int unitsPerEm() {
    try {
      return font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(String text) {
    try {
      return JOINING.shape(text);
    } catch (ArabicShapingException e) {
      return text;
    }
  }
}
