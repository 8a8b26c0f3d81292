package org.portolan.attachment;

import org.portolan.platform.storage.FileName;
import org.portolan.platform.storage.StoredFile;

/** A file of a practice with its content, for whoever takes many along. */
public record AttachedFile(
    long id, String title, String language, FileName name, StoredFile file) {}
