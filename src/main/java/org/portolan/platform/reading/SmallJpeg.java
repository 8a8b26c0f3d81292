package org.portolan.platform.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** Packs a small picture into few bytes: as well as fits, and coarser where it must. */
final class SmallJpeg {
  private static final float[] QUALITIES = {0.7f, 0.55f, 0.4f, 0.28f, 0.18f};

  private SmallJpeg() {}

  static byte[] of(BufferedImage picture) throws IOException {
    for (float quality : QUALITIES) {
      byte[] packed = packed(picture, quality);
      if (packed.length <= FoundPicture.MOST_BYTES) {
        return packed;
      }
    }
    // nothing but noise: half of its dots, shown as large
    int wide = picture.getWidth();
    int high = picture.getHeight();
    BufferedImage coarse =
        PictureLook.scaled(picture, Math.max(1, wide / 2), Math.max(1, high / 2));
    return packed(PictureLook.scaled(coarse, wide, high), QUALITIES[QUALITIES.length - 1]);
  }

  private static byte[] packed(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      JPEGImageWriteParam how = (JPEGImageWriteParam) writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      how.setOptimizeHuffmanTables(true);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
