package org.portolan.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portolan.knowledge.FilePicture;
import org.portolan.platform.reading.FileFormat;
import org.portolan.platform.reading.FoundPicture;
import org.portolan.platform.security.Token;
import org.portolan.platform.storage.FileName;
import org.portolan.platform.storage.StoredFile;

/** A file that belongs to a practice. */
@Entity
@Table(name = "attachment")
class Attachment {
  /** How long after each failure its text is tried again; after the last it is not. */
  private static final List<Duration> TRIES =
      List.of(
          Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6));

  private static final Duration DRAWN_AGAIN = Duration.ofMinutes(10);
  private static final int TAG_LENGTH = 20;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "practice_id")
  private long practiceId;

  private String language;
  private String title;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  private long size;
  private String stage = Stage.ADDED.code();
  private String reading = ReadingState.WAITING.code();
  private int tries;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  private int parts;

  @Column(name = "picture_try_at")
  private Instant pictureTryAt;

  @Column(name = "picture_tries")
  private int pictureTries;

  @Column(name = "picture_tag")
  private String pictureTag;

  @Column(name = "picture_width")
  private int pictureWidth;

  @Column(name = "picture_height")
  private int pictureHeight;

  /** Counted by a statement of its own: readers do not wait for each other. */
  @Column(insertable = false, updatable = false)
  private long downloads;

  @Column(name = "added_at")
  private Instant addedAt;

  protected Attachment() {}

  Attachment(
      long practiceId, String language, String title, FileName name, StoredFile file, Instant now) {
    this.practiceId = practiceId;
    this.language = language;
    this.title = title;
    this.fileName = name.name();
    this.mediaType = file.mediaType();
    this.size = file.size();
    this.addedAt = now;
    this.nextTryAt = now;
    this.pictureTryAt = format().drawn() ? now : null;
  }

  /** It goes with the next version of its practice; what was never shown is not kept for that. */
  boolean leave() {
    if (stage() == Stage.ADDED) {
      return true;
    }
    stage = Stage.LEAVING.code();
    return false;
  }

  void show() {
    stage = Stage.SHOWN.code();
  }

  /** Its text is being read; should nobody say what came of it, it is tried again. */
  void tried(Instant now) {
    nextTryAt = tries < TRIES.size() ? now.plus(TRIES.get(tries)) : null;
    tries++;
    reading = (nextTryAt == null ? ReadingState.UNREAD : ReadingState.AGAIN).code();
  }

  /** It was no fault of the file that it was not read. */
  void postponed(Instant until) {
    tries--;
    reading = (tries == 0 ? ReadingState.WAITING : ReadingState.AGAIN).code();
    nextTryAt = until;
  }

  void read(ReadingState state, int count) {
    reading = state.code();
    parts = count;
    nextTryAt = null;
  }

  /** It is being drawn; should nobody say what came of it, that is tried once more. */
  void triedToDraw(Instant now) {
    pictureTries++;
    pictureTryAt = pictureTries == 1 ? now.plus(DRAWN_AGAIN) : null;
  }

  void drawingPostponed(Instant until) {
    pictureTries--;
    pictureTryAt = until;
  }

  void drawn(Optional<FoundPicture> picture) {
    pictureTryAt = null;
    picture.ifPresent(
        found -> {
          pictureTag = Token.sha256(found.content()).substring(0, TAG_LENGTH);
          pictureWidth = found.width();
          pictureHeight = found.height();
        });
  }

  /** How its first page looks, once that was drawn. */
  Optional<FilePicture> picture() {
    return Optional.ofNullable(pictureTag)
        .map(tag -> new FilePicture(tag, pictureWidth, pictureHeight));
  }

  Long id() {
    return id;
  }

  long practiceId() {
    return practiceId;
  }

  String language() {
    return language;
  }

  String title() {
    return title;
  }

  FileName fileName() {
    return new FileName(fileName);
  }

  FileFormat format() {
    return FileFormat.of(mediaType).orElseThrow();
  }

  long size() {
    return size;
  }

  Stage stage() {
    return Stage.of(stage);
  }

  ReadingState reading() {
    return ReadingState.of(reading);
  }

  int parts() {
    return parts;
  }

  long downloads() {
    return downloads;
  }
}
