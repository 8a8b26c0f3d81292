package org.portolan.attachment;

import org.portolan.platform.storage.FileName;
import org.portolan.platform.storage.StoredFile;

/** An attachment to be taken. */
public record AttachmentFile(StoredFile file, FileName name) {}
