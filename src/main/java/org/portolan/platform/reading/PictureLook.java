package org.portolan.platform.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes a small picture of the first page of a PDF, or of a picture, in a file beside it. Says its
 * {@code width} and {@code height}, or {@code locked}, or nothing where there is none to be made.
 */
final class PictureLook implements FileLook {
  /** It is drawn larger first: lines that are thinner than a dot become grey, and do not vanish. */
  private static final int FINER = 2;

  /** A page of the largest size that a PDF may have by its standard has some 14,000. */
  private static final float LONGEST_PAGE = 100_000;

  private static final long MOST_DOTS = 200_000_000;

  /** What is narrower shows nothing. */
  private static final int NARROWEST = 16;

  @Override
  public void look(Path file, FactLines facts) throws IOException {
    ImageIO.setUseCache(false);
    String format = imageFormat(file);
    try {
      BufferedImage drawn = format == null ? page(file) : image(file, format);
      if (drawn == null) {
        return;
      }
      BufferedImage small = reduced(drawn, FoundPicture.WIDEST, FoundPicture.HIGHEST);
      if (Math.min(small.getWidth(), small.getHeight()) < NARROWEST) {
        return;
      }
      byte[] packed = SmallJpeg.of(small);
      Files.write(Path.of(FoundPicture.FILE), packed);
      facts.add("width", small.getWidth());
      facts.add("height", small.getHeight());
    } catch (InvalidPasswordException e) {
      facts.add("locked");
    } catch (NoClassDefFoundError e) {
      // what opens files that are locked for a certificate is not with us
      if (!String.valueOf(e.getMessage()).contains("bouncycastle")) {
        throw e;
      }
      facts.add("locked");
    }
  }

  private static String imageFormat(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] begin = in.readNBytes(4);
      if (begin.length == 4 && begin[0] == (byte) 0xff && begin[1] == (byte) 0xd8) {
        return "jpeg";
      }
      boolean png =
          begin.length == 4 && begin[0] == (byte) 0x89 && begin[1] == 'P' && begin[2] == 'N';
      return png ? "png" : null;
    }
  }

  private static BufferedImage page(Path file) throws IOException {
    FontMappers.set(new OneFont());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.getNumberOfPages() == 0) {
        return null;
      }
      PDRectangle box = document.getPage(0).getCropBox();
      float unit = document.getPage(0).getUserUnit();
      boolean turned = document.getPage(0).getRotation() % 180 != 0;
      float wide = unit * (turned ? box.getHeight() : box.getWidth());
      float high = unit * (turned ? box.getWidth() : box.getHeight());
      if (!(wide >= 1 && high >= 1 && wide <= LONGEST_PAGE && high <= LONGEST_PAGE)) {
        return null;
      }
      float scale = Math.min(FoundPicture.WIDEST / wide, FoundPicture.HIGHEST / high);
      if (Math.min(wide, high) * scale < NARROWEST) {
        return null;
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return renderer.renderImage(0, scale * FINER, ImageType.RGB);
    }
  }

  /** Its measures are looked at first; only as many of its dots are taken as are needed. */
  private static BufferedImage image(Path file, String format) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      int wide = reader.getWidth(0);
      int high = reader.getHeight(0);
      if ((long) wide * high > MOST_DOTS) {
        return null;
      }
      int every =
          Math.max(
              1,
              Math.max(
                  wide / (FINER * 2 * FoundPicture.WIDEST),
                  high / (FINER * 2 * FoundPicture.HIGHEST)));
      ImageReadParam dots = reader.getDefaultReadParam();
      dots.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, dots);
    } finally {
      reader.dispose();
    }
  }

  /** On white, and no larger than it was: by halves first, so that every dot counts. */
  private static BufferedImage reduced(BufferedImage drawn, int widest, int highest) {
    double scale =
        Math.min(
            1, Math.min((double) widest / drawn.getWidth(), (double) highest / drawn.getHeight()));
    int wide = Math.max(1, (int) Math.round(drawn.getWidth() * scale));
    int high = Math.max(1, (int) Math.round(drawn.getHeight() * scale));
    BufferedImage from = drawn;
    while (from.getWidth() > 2 * wide && from.getHeight() > 2 * high) {
      from = scaled(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return scaled(from, wide, high);
  }

  static BufferedImage scaled(BufferedImage from, int wide, int high) {
    BufferedImage to = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, wide, high, Color.WHITE, null);
    graphics.dispose();
    return to;
  }
}
