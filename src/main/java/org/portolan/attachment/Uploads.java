package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.storage.FileParts;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.NotFound;

/**
 * Large files that come in pieces: each piece says where it begins, and one that is sent again, or
 * to another node, goes on where the last one ended. A file is gone on with by whoever began it.
 */
@ApplicationScoped
public class Uploads {
  public static final int MEGABYTES = 200;

  /** Of one piece; what is more is sent as the next. */
  public static final int LARGEST_PIECE = 1024 * 1024;

  /** Under way for one person at a time. */
  static final int MOST = 5;

  private final SecureRandom random = new SecureRandom();

  @Inject private UploadRows uploads;
  @Inject private Attachments attachments;
  @Inject private FileParts parts;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Somebody begins to send a file, or chose one again of which a part has come. */
  @Transactional(rollbackOn = InvalidAttachment.class)
  public UploadState begin(String code, UploadPlan plan) throws InvalidAttachment {
    attachments.requireRoom(code, plan.language(), plan.title());
    if (plan.size() < 1 || plan.size() > MEGABYTES * 1024L * 1024L) {
      throw new InvalidAttachment("size");
    }
    PracticePlace practice = attachments.practice(code);
    uploads.lockPerson(me.id());
    List<Upload> mine = uploads.of(me.id());
    Optional<Upload> known =
        mine.stream()
            .filter(upload -> upload.practiceId() == practice.id() && upload.is(plan))
            .findFirst();
    if (known.isPresent()) {
      known.get().goOn(plan, clock.instant());
      return known.map(this::there).orElseThrow().state();
    }
    if (mine.size() >= MOST) {
      throw new InvalidAttachment("uploads");
    }
    byte[] name = new byte[16];
    random.nextBytes(name);
    Upload upload =
        new Upload(HexFormat.of().formatHex(name), practice.id(), me.id(), plan, clock.instant());
    uploads.add(upload);
    return upload.state();
  }

  /** Those of a practice that the person began, the last touched first. */
  @Transactional
  public List<UploadState> mine(String code) {
    long practice = attachments.practice(code).id();
    return uploads.of(me.id()).stream()
        .filter(upload -> upload.practiceId() == practice)
        .map(Upload::state)
        .toList();
  }

  /** How much has come. */
  @Transactional
  public UploadState state(String code, String id) {
    return there(own(code, uploads.find(id), id)).state();
  }

  /**
   * Takes a piece.
   *
   * @param from where in the file it begins
   * @return what has come now; a piece that begins elsewhere than where the last one ended is left
   */
  @Transactional
  public UploadState take(String code, String id, long from, byte[] piece) {
    Upload upload = there(own(code, uploads.lock(id), id));
    if (from == upload.received() && from + piece.length <= upload.size()) {
      parts.write(id, from, piece);
      upload.received(from + piece.length, clock.instant());
    }
    return upload.state();
  }

  /** What has come whole, and was kept, becomes an attachment. */
  @Transactional(rollbackOn = InvalidAttachment.class)
  public void finish(String code, String id, StoredFile file) throws InvalidAttachment {
    Upload upload = own(code, uploads.lock(id), id);
    UploadPlan plan = upload.state().plan();
    attachments.add(code, plan.language(), plan.title(), plan.name(), file);
    uploads.remove(upload);
  }

  /** It is not to be one. */
  @Transactional
  public void giveUp(String code, String id) {
    uploads.remove(own(code, uploads.lock(id), id));
  }

  private Upload own(String code, Optional<Upload> found, String id) {
    long practice = attachments.practice(code).id();
    return found
        .filter(upload -> upload.practiceId() == practice && upload.begunBy() == me.id())
        .orElseThrow(() -> new NotFound("upload " + id));
  }

  /** What is not on the disk, as the folder is another or an older one, has to be sent again. */
  private Upload there(Upload upload) {
    upload.lost(parts.length(upload.id()));
    return upload;
  }
}
