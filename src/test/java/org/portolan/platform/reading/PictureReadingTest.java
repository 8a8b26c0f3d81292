package org.portolan.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.pdf.PdfWriting;

/** Pictures of first pages, drawn by the real process. */
class PictureReadingTest {
  @TempDir private Path folder;

  @Test
  void theFirstPageOfALetterIsDrawn() throws Exception {
    FoundPicture picture =
        read(MadeDocuments.pdf(List.of("Container seals, and how they are checked", "Second")))
            .orElseThrow();
    assertThat(picture.width()).isEqualTo(160);
    assertThat(picture.height()).isEqualTo(207);
    BufferedImage seen = seen(picture);
    assertThat(dark(seen, 0, 0, 160, 40)).as("the line at the top").isPositive();
    assertThat(dark(seen, 0, 60, 160, 207)).as("below it").isZero();
  }

  @Test
  void anArabicLetterIsDrawnWithItsOwnLetters() throws Exception {
    String words = "دليل الأختام والحاويات ".repeat(60);
    byte[] pdf =
        PdfWriting.write(
            "<html><head><style>body{font-family:'DejaVu Sans';font-size:14pt}</style></head>"
                + "<body dir=\"rtl\"><p>"
                + words
                + "</p></body></html>",
            Language.AR);
    FoundPicture picture = read(pdf).orElseThrow();
    assertThat(picture.width()).isEqualTo(160);
    assertThat(picture.height()).isBetween(224, 226);
    assertThat(dark(seen(picture), 0, 0, 160, 226)).isGreaterThan(200);
  }

  @Test
  void aLockedFileHasNone() throws Exception {
    assertThat(read(MadePdfs.locked("secret"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 1000000000 1000000000",
        "0 0 1e30 1e30",
        "0 0 0 0",
        "0 0 9000 1",
        "0 0 1 200000",
        "-99999999 0 99999999 1"
      })
  void aPageOfNoMeasureForPaperHasNone(String box) throws Exception {
    assertThat(read(MadePdfs.ofMeasure(box))).isEmpty();
  }

  @Test
  void aPosterIsDrawnAsSmall() throws Exception {
    FoundPicture picture = read(MadePdfs.ofMeasure("0 0 14400 14400")).orElseThrow();
    assertThat(picture.width()).isEqualTo(160);
    assertThat(picture.height()).isEqualTo(160);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void aPictureIsDrawnSmaller(String format) throws Exception {
    BufferedImage photo = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 800, 900);
    graphics.dispose();
    FoundPicture picture = read(written(photo, format)).orElseThrow();
    assertThat(picture.width()).isEqualTo(160);
    assertThat(picture.height()).isEqualTo(90);
    BufferedImage seen = seen(picture);
    assertThat(dark(seen, 0, 0, 75, 90)).isZero();
    assertThat(dark(seen, 85, 0, 160, 90)).isEqualTo(75 * 90);
  }

  @Test
  void whatIsClearIsWhiteAndWhatIsSmallStaysSo() throws Exception {
    BufferedImage sign = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
    FoundPicture picture = read(written(sign, "png")).orElseThrow();
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
    assertThat(dark(seen(picture), 0, 0, 40, 30)).isZero();
  }

  @Test
  void noiseKeepsToTheSameLength() throws Exception {
    BufferedImage noise = new BufferedImage(320, 452, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int x = 0; x < noise.getWidth(); x++) {
      for (int y = 0; y < noise.getHeight(); y++) {
        noise.setRGB(x, y, random.nextInt(2) * 0xffffff);
      }
    }
    assertThat(read(written(noise, "png")).orElseThrow().content().length)
        .isBetween(1000, FoundPicture.MOST_BYTES);
  }

  @Test
  void aPictureOfAThousandMillionDotsIsNotOpened() throws Exception {
    byte[] huge = MadePictures.png(30_000, 30_000);
    assertThat(huge.length).isLessThan(1024 * 1024);
    assertThat(read(huge)).isEmpty();
    assertThat(read(MadePictures.png(10_000, 10_000)).orElseThrow().width()).isEqualTo(160);
  }

  @Test
  void whatIsNeitherHasNone() {
    assertThatThrownBy(() -> read("a plain letter".getBytes()))
        .isInstanceOfSatisfying(
            NotReadable.class, e -> assertThat(e.reason()).isEqualTo(NotReadable.Reason.BROKEN));
  }

  @Test
  void whatTheProcessLeavesIsNotTrusted() throws Exception {
    ReadFacts said = new ReadFacts(Map.of("width", 160, "height", 226));
    Path left = Files.write(folder.resolve(FoundPicture.FILE), "<script>".getBytes());
    assertThatThrownBy(() -> FoundPicture.of(said, folder)).isInstanceOf(NotReadable.class);
    byte[] long_ = new byte[FoundPicture.MOST_BYTES + 1];
    Files.write(left, long_);
    assertThatThrownBy(() -> FoundPicture.of(said, folder)).isInstanceOf(NotReadable.class);
    Files.delete(left);
    assertThatThrownBy(() -> FoundPicture.of(said, folder)).isInstanceOf(NotReadable.class);
    assertThat(FoundPicture.of(new ReadFacts(Map.of("locked", 1)), folder)).isEmpty();
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage seen(FoundPicture picture) throws IOException {
    assertThat(picture.content().length).isLessThanOrEqualTo(FoundPicture.MOST_BYTES);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content()));
    assertThat(image.getWidth()).isEqualTo(picture.width());
    assertThat(image.getHeight()).isEqualTo(picture.height());
    return image;
  }

  /** Dots in a part of it that are rather dark. */
  private static int dark(BufferedImage image, int left, int top, int right, int bottom) {
    int dark = 0;
    for (int x = left; x < Math.min(right, image.getWidth()); x++) {
      for (int y = top; y < Math.min(bottom, image.getHeight()); y++) {
        Color dot = new Color(image.getRGB(x, y));
        dark += dot.getRed() + dot.getGreen() + dot.getBlue() < 3 * 190 ? 1 : 0;
      }
    }
    return dark;
  }

  private Optional<FoundPicture> read(byte[] content) throws IOException, NotReadable {
    Path file = Files.write(Files.createTempFile(folder, "ä", ""), content);
    return LimitedReading.readIn(
        Files.createTempDirectory(folder, ""), Reading.PICTURE, file, FoundPicture::of);
  }
}
