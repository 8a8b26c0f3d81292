package org.portolan.attachment;

import org.portolan.platform.storage.FileName;
import org.portolan.platform.storage.StoredFile;

/**
 * An attachment to be taken.
 *
 * @param shown whether readers see it, and not its editors alone
 */
public record AttachmentFile(
    long practice, String language, boolean shown, StoredFile file, FileName name) {}
