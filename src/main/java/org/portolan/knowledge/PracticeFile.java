package org.portolan.knowledge;

/**
 * A file that belongs to a practice, as its page names it.
 *
 * @param language in which it is written
 * @param ending of its name, which says what opens it
 * @param size in bytes
 * @param picture of its first page, or null
 */
public record PracticeFile(
    long id, String title, String language, String ending, long size, FilePicture picture) {}
