package org.portolan.platform.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.detect.zip.OpenDocumentDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Which format a file has by its content: says that of {@link FileFormat}, or {@code other}. A
 * document with macros is another format than one without.
 */
final class FormatLook implements FileLook {
  @Override
  public void look(Path file, FactLines facts) throws IOException {
    format(file)
        .ifPresentOrElse(format -> facts.add(format.fact()), () -> facts.add(FactLines.OTHER));
  }

  static Optional<FileFormat> format(Path file) throws IOException {
    Metadata nothing = new Metadata();
    // of the path alone: a name would be believed where the content says little
    try (TikaInputStream in = TikaInputStream.get(file)) {
      MediaType found = MimeTypes.getDefaultMimeTypes().detect(in, nothing).getBaseType();
      if (packed(found)) {
        Detector inside =
            new DefaultZipContainerDetector(
                List.of(new OpenDocumentDetector(), new OPCPackageDetector()));
        found = inside.detect(in, nothing).getBaseType();
      }
      return FileFormat.of(found.toString());
    }
  }

  private static boolean packed(MediaType type) {
    return MimeTypes.getDefaultMimeTypes()
        .getMediaTypeRegistry()
        .isInstanceOf(type, MediaType.APPLICATION_ZIP);
  }
}
