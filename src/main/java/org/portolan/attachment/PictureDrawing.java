package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.portolan.attachment.TextReading.Turn;
import org.portolan.platform.reading.FoundPicture;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.FileUse;

/**
 * The steps of drawing the first page of an attachment, each in its own transaction, as those of
 * reading its text. Nothing waits for a picture: one that cannot be drawn is missed by nobody.
 */
@ApplicationScoped
class PictureDrawing {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject private AttachmentRepository attachments;
  @Inject private FileStore files;
  @Inject private Clock clock;

  @Transactional
  public Optional<Turn> begin() {
    return attachments.lockUndrawn(clock.instant()).flatMap(this::begin);
  }

  private Optional<Turn> begin(long id) {
    attachments.find(id).orElseThrow().triedToDraw(clock.instant());
    return files.find(new FileUse(Attachments.KIND, id)).map(file -> new Turn(id, file));
  }

  @Transactional
  public void keep(long id, Optional<FoundPicture> picture) {
    attachments
        .find(id)
        .ifPresent(
            attachment -> {
              attachment.drawn(picture);
              picture.ifPresent(found -> attachments.writePicture(id, found.content()));
            });
  }

  /** Nothing could be known of the file: others were being read. */
  @Transactional
  public void postpone(long id) {
    attachments
        .find(id)
        .ifPresent(attachment -> attachment.drawingPostponed(clock.instant().plus(SOON)));
  }
}
