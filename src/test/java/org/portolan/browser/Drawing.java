package org.portolan.browser;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Lines from the right as Chromium shapes and draws them, in the fonts of our documents. */
final class Drawing implements AutoCloseable {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  private static final String LOAD =
      """
      async ({font, weight}) => {
        const face = new FontFace('Letter', `url(data:font/ttf;base64,${font})`, {weight});
        document.fonts.add(await face.load());
      }""";

  /** On a canvas: pictures of a window sometimes never come. */
  private static final String DRAW =
      """
      ({text, weight, size}) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        const take = () => {
          pen.font = `${weight} ${size}px Letter`;
          pen.direction = 'rtl';
          pen.textRendering = 'geometricPrecision';
        };
        take();
        canvas.width = pen.measureText(text).width + 2 * size;
        canvas.height = 3 * size;
        pen.fillStyle = 'white';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = 'black';
        take(); // a canvas of another size has forgotten it
        pen.fillText(text, canvas.width - size, 2 * size);
        return canvas.toDataURL().split(',')[1];
      }""";

  private static final String PLAIN = "400";
  private static final String BOLD = "700";

  private final Page page = Chromium.open("ar", 800, true);

  Drawing() throws IOException {
    page.navigate("about:blank");
    load("DejaVuSans.ttf", PLAIN);
    load("DejaVuSans-Bold.ttf", BOLD);
  }

  private void load(String name, String weight) throws IOException {
    try (InputStream in = Drawing.class.getResourceAsStream(FONTS + name)) {
      String font = Base64.getEncoder().encodeToString(in.readAllBytes());
      page.evaluate(LOAD, Map.of("font", font, "weight", weight));
    }
  }

  /**
   * @param size of the letters, in points of the picture
   */
  Ink of(String text, boolean bold, double size) throws IOException {
    Object png =
        page.evaluate(DRAW, Map.of("text", text, "weight", bold ? BOLD : PLAIN, "size", size));
    byte[] bytes = Base64.getDecoder().decode((String) png);
    return Ink.of(ImageIO.read(new ByteArrayInputStream(bytes)));
  }

  @Override
  public void close() {
    page.context().close();
  }
}
