package org.portolan.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A large file on its way. */
@Entity
@Table(name = "attachment_upload")
class Upload {
  @Id private String id;

  @Column(name = "practice_id")
  private long practiceId;

  @Column(name = "begun_by")
  private long begunBy;

  private String language;
  private String title;

  @Column(name = "file_name")
  private String fileName;

  private long size;
  private long stamp;
  private long received;

  @Column(name = "touched_at")
  private Instant touchedAt;

  protected Upload() {}

  Upload(String id, long practiceId, long begunBy, UploadPlan plan, Instant now) {
    this.id = id;
    this.practiceId = practiceId;
    this.begunBy = begunBy;
    this.fileName = plan.name();
    this.size = plan.size();
    this.stamp = plan.stamp();
    goOn(plan, now);
  }

  /** The same file was chosen, maybe under another title. */
  final void goOn(UploadPlan plan, Instant now) {
    language = plan.language();
    title = plan.title();
    touchedAt = now;
  }

  void received(long all, Instant now) {
    received = all;
    touchedAt = now;
  }

  /** What was thought to have come is not all there. */
  void lost(long left) {
    received = Math.min(received, left);
  }

  boolean is(UploadPlan plan) {
    return fileName.equals(plan.name()) && size == plan.size() && stamp == plan.stamp();
  }

  String id() {
    return id;
  }

  long practiceId() {
    return practiceId;
  }

  long begunBy() {
    return begunBy;
  }

  long received() {
    return received;
  }

  long size() {
    return size;
  }

  UploadState state() {
    return new UploadState(id, new UploadPlan(title, language, fileName, size, stamp), received);
  }
}
