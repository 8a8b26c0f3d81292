package org.portolan.browser;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** What is dark in a picture of a line of text, cut at its edges and brought to one size. */
record Ink(double[] points) {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 40;

  /** Fainter than this, of 255, is no ink but the rim of a letter. */
  private static final int RIM = 64;

  static Ink of(BufferedImage picture) {
    int[] columns =
        IntStream.range(0, picture.getWidth())
            .filter(x -> dark(picture, x, x + 1, 0, picture.getHeight()))
            .toArray();
    int[] rows =
        IntStream.range(0, picture.getHeight())
            .filter(y -> dark(picture, 0, picture.getWidth(), y, y + 1))
            .toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException("an empty picture");
    }
    BufferedImage cut =
        picture.getSubimage(
            columns[0],
            rows[0],
            columns[columns.length - 1] - columns[0] + 1,
            rows[rows.length - 1] - rows[0] + 1);
    BufferedImage box = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    box.createGraphics()
        .drawImage(cut.getScaledInstance(WIDTH, HEIGHT, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    return new Ink(
        IntStream.range(0, WIDTH * HEIGHT)
            .mapToDouble(i -> darkness(box, i % WIDTH, i / WIDTH))
            .toArray());
  }

  /** How both go together point by point: 1 for the same picture, about 0 for any two. */
  double likeness(Ink other) {
    double[] one = deviations(points);
    double[] two = deviations(other.points);
    return product(one, two) / Math.sqrt(product(one, one) * product(two, two));
  }

  private static double[] deviations(double[] points) {
    double mean = IntStream.range(0, points.length).mapToDouble(i -> points[i]).average().orElse(0);
    return IntStream.range(0, points.length).mapToDouble(i -> points[i] - mean).toArray();
  }

  private static double product(double[] one, double[] two) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * two[i]).sum();
  }

  private static boolean dark(BufferedImage picture, int left, int right, int top, int bottom) {
    return IntStream.range(left, right)
        .anyMatch(x -> IntStream.range(top, bottom).anyMatch(y -> darkness(picture, x, y) > RIM));
  }

  private static int darkness(BufferedImage picture, int x, int y) {
    // green: the colours of the letter are all dark in it
    return 255 - (picture.getRGB(x, y) >> 8 & 0xff);
  }
}
