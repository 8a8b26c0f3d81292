package org.portolan.attachment;

import org.portolan.knowledge.FilePicture;

/**
 * An attachment in a list or on its page.
 *
 * @param name of the file as it is given out
 * @param unit what its parts are: page, slide, sheet or none
 * @param size in bytes
 * @param picture of its first page, or null
 */
public record AttachmentSummary(
    long id,
    String language,
    String title,
    String name,
    String ending,
    String unit,
    long size,
    Stage stage,
    ReadingState reading,
    int parts,
    long downloads,
    FilePicture picture) {
  /**
   * @param taken how often since that is counted by day
   */
  static AttachmentSummary of(Attachment attachment, long taken) {
    return new AttachmentSummary(
        attachment.id(),
        attachment.language(),
        attachment.title(),
        attachment.fileName().name(),
        attachment.fileName().ending(),
        attachment.format().unit().code(),
        attachment.size(),
        attachment.stage(),
        attachment.reading(),
        attachment.parts(),
        attachment.downloads() + taken,
        attachment.picture().orElse(null));
  }
}
