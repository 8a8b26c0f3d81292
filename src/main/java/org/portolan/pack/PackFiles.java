package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipOutputStream;
import org.portolan.attachment.AttachedFile;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.web.NotFound;

/** Writes the files of a practice into a zip, a piece at a time. */
@ApplicationScoped
class PackFiles {
  private static final Logger LOG = Logger.getLogger(PackFiles.class.getName());

  @Inject private FileStore files;

  /**
   * Those that could be written.
   *
   * @param place of the practice in the zip
   */
  List<PackedFile> put(ZipOutputStream zip, int place, List<AttachedFile> attached)
      throws IOException {
    List<PackedFile> packed = new ArrayList<>();
    for (AttachedFile file : attached) {
      try (InputStream in = files.open(file.file())) {
        String entry =
            "files/%03d-%02d.%s".formatted(place, packed.size() + 1, file.name().ending());
        PackFormat.begin(zip, entry);
        in.transferTo(zip);
        zip.closeEntry();
        packed.add(packed(entry, file));
      } catch (NotFound missing) {
        // the store has said so; the others are of use without it
        LOG.log(Level.WARNING, "A pack is written without the file of attachment {0}", file.id());
      }
    }
    return packed;
  }

  private static PackedFile packed(String entry, AttachedFile file) {
    return new PackedFile(
        entry,
        file.file().hash(),
        file.file().size(),
        file.file().mediaType(),
        file.language(),
        file.title(),
        file.name().name());
  }
}
