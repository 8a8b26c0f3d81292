package org.portolan.platform.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Pictures that are larger than anybody could draw them here. */
final class MadePictures {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private MadePictures() {}

  /** All black, a bit for each dot. */
  static byte[] png(int wide, int high) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] line = new byte[1 + (wide + 7) / 8];
      for (int i = 0; i < high; i++) {
        out.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(PNG);
    png.writeBytes(
        chunk("IHDR", ByteBuffer.allocate(13).putInt(wide).putInt(high).put((byte) 1).array()));
    png.writeBytes(chunk("IDAT", packed.toByteArray()));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** A page that shows nothing but a JPEG. */
  static byte[] inPdf(byte[] jpeg) {
    Map<Integer, byte[]> objects = MadePdfs.plain();
    objects.put(
        3,
        MadePdfs.ascii(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<"
                + " /XObject << /X 5 0 R >> >> >>"));
    objects.put(4, MadePdfs.ascii("<< /Length 23 >>\nstream\n600 0 0 800 0 0 cm /X Do\nendstream"));
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    image.writeBytes(
        MadePdfs.ascii(
            "<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8"
                + " /ColorSpace /DeviceRGB /Filter /DCTDecode /Length "
                + jpeg.length
                + " >>\nstream\n"));
    image.writeBytes(jpeg);
    image.writeBytes(MadePdfs.ascii("\nendstream"));
    objects.put(5, image.toByteArray());
    return MadePdfs.of(objects);
  }

  private static byte[] chunk(String kind, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length).put(MadePdfs.ascii(kind)).put(content).array();
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  /** The beginning of a JPEG of several scans, whose dots are all kept until the last has come. */
  static byte[] manyScans(int wide, int high) {
    ByteBuffer jpeg = ByteBuffer.allocate(400);
    jpeg.putShort((short) 0xffd8);
    jpeg.putShort((short) 0xffdb).putShort((short) 67).put((byte) 0);
    for (int i = 0; i < 64; i++) {
      jpeg.put((byte) 1);
    }
    jpeg.putShort((short) 0xffc2).putShort((short) 17).put((byte) 8);
    jpeg.putShort((short) high).putShort((short) wide).put((byte) 3);
    for (int part = 1; part <= 3; part++) {
      jpeg.put((byte) part).put((byte) 0x11).put((byte) 0);
    }
    // one code of one bit
    jpeg.putShort((short) 0xffc4).putShort((short) 20).put((byte) 0).put((byte) 1);
    jpeg.put(new byte[15]).put((byte) 0);
    jpeg.putShort((short) 0xffda).putShort((short) 12).put((byte) 3);
    for (int part = 1; part <= 3; part++) {
      jpeg.put((byte) part).put((byte) 0);
    }
    jpeg.put((byte) 0).put((byte) 0).put((byte) 0);
    jpeg.put(new byte[64]);
    jpeg.putShort((short) 0xffd9);
    byte[] made = new byte[jpeg.position()];
    jpeg.flip().get(made);
    return made;
  }
}
