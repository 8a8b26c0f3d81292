package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.reading.FoundText;
import org.portolan.platform.search.Changes;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.FileUse;
import org.portolan.platform.storage.StoredFile;

/**
 * The steps of reading the text of an attachment, each in its own transaction. While it is read
 * nothing is held: should this node die, it is tried again when its time has come.
 */
@ApplicationScoped
class TextReading {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject private AttachmentRepository attachments;
  @Inject private FileStore files;
  @Inject private Changes changes;
  @Inject private Clock clock;

  /** One that is to be read. */
  record Turn(long id, StoredFile file) {}

  @Transactional
  public Optional<Turn> begin() {
    return attachments.lockWaiting(clock.instant()).flatMap(this::begin);
  }

  private Optional<Turn> begin(long id) {
    Attachment attachment = attachments.find(id).orElseThrow();
    attachment.tried(clock.instant());
    return files.find(new FileUse(Attachments.KIND, id)).map(file -> new Turn(id, file));
  }

  @Transactional
  public void keep(long id, FoundText text) {
    attachments
        .find(id)
        .ifPresent(
            attachment -> {
              ReadingState state = ReadingState.of(text);
              List<String> parts = state.readable() ? text.parts() : List.of();
              attachments.write(id, parts);
              attachment.read(state, text.parts().size());
              changes.record(Attachments.KIND, id);
            });
  }

  /** Nothing could be known of the file: others were being read. */
  @Transactional
  public void postpone(long id) {
    attachments.find(id).ifPresent(attachment -> attachment.postponed(clock.instant().plus(SOON)));
  }
}
