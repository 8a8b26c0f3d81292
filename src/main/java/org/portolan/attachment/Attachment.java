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
import org.portolan.platform.reading.FileFormat;
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
