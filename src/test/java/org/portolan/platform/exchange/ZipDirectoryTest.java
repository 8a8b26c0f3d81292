package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZipDirectoryTest {
  /** An entry of a directory without its name. */
  private static final int ENTRY = 46;

  private static final int NAME = 3;

  private static OptionalLong length(byte[] zip) throws IOException {
    return ZipDirectory.length(new SeekableInMemoryByteChannel(zip));
  }

  private static byte[] zip(int entries, String comment, Zip64Mode form) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      out.setUseZip64(form);
      out.setComment(comment);
      for (int i = 0; i < entries; i++) {
        out.putArchiveEntry(new ZipArchiveEntry(String.format("%03d", i)));
        out.write('x');
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aDirectoryIsAsLongAsItsEntries() throws Exception {
    assertThat(length(zip(5, "", Zip64Mode.Never))).hasValue(5 * (ENTRY + NAME));
    assertThat(length(zip(0, "", Zip64Mode.Never))).hasValue(0);
    assertThat(length(zip(5, "z".repeat(60_000), Zip64Mode.Never))).hasValue(5 * (ENTRY + NAME));
  }

  @Test
  void theLongerFormIsReadToo() throws Exception {
    byte[] zip = zip(5, "", Zip64Mode.Always);
    assertThat(new String(zip, StandardCharsets.ISO_8859_1)).contains("PK\u0006\u0006");
    assertThat(length(zip).orElseThrow()).isBetween(5L * (ENTRY + NAME), 5L * 100);
  }

  /** Its end says that it is short; a reader that begins where it says reads all of it. */
  @Test
  void whatItSaysOfItselfIsNotTrusted() throws Exception {
    byte[] zip = zip(100, "", Zip64Mode.Never);
    Arrays.fill(zip, zip.length - 10, zip.length - 6, (byte) 0);
    assertThat(length(zip)).hasValue(100 * (ENTRY + NAME));
  }

  @Test
  void whatHasNoneIsNoZip() throws Exception {
    assertThat(length(new byte[0])).isEmpty();
    assertThat(length(new byte[100_000])).isEmpty();
    byte[] cut = zip(5, "", Zip64Mode.Always);
    // the locator leads behind the end
    for (int i = cut.length - 22 - 20 + 8; i < cut.length - 22 - 4; i++) {
      cut[i] = 0x7f;
    }
    assertThat(length(cut)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Zip64Mode.class,
      names = {"Never", "Always"})
  void aWorkbookOfTooManyPartsIsNotOpened(Zip64Mode form) throws Exception {
    byte[] many = zip(25_000, "", form);
    assertThatThrownBy(() -> XlsxReading.measure(many)).isInstanceOf(UnreadableFile.class);
    XlsxReading.measure(zip(20, "", form));
  }
}
