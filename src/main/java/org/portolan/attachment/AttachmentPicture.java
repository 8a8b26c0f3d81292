package org.portolan.attachment;

/**
 * The picture of an attachment, to be sent.
 *
 * @param shown whether readers see it, and not its editors alone
 */
public record AttachmentPicture(byte[] content, boolean shown) {
  public AttachmentPicture {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
