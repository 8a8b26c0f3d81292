package org.portolan.attachment;

import java.util.List;

/** What is written in an attachment, for whoever copies it. */
public record AttachedText(
    long id, long practice, String language, String title, String unit, List<String> parts) {}
