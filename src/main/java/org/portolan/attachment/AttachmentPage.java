package org.portolan.attachment;

import org.portolan.knowledge.PracticePlace;

/**
 * An attachment with one part of its text.
 *
 * @param number of the part, from one; nought where there is no text
 */
public record AttachmentPage(
    PracticePlace practice, AttachmentSummary attachment, int number, String words) {}
