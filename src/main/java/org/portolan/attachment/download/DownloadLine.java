package org.portolan.attachment.download;

import java.time.LocalDate;

/**
 * How often something was taken in a language.
 *
 * @param code of the practice
 * @param title of the practice, in its original language
 * @param file title of the file; null for the practice on paper, empty for a file that was removed
 * @param recent in the period that was asked for
 * @param all since it is counted by day
 */
public record DownloadLine(
    String code,
    String title,
    String titleLanguage,
    String file,
    String language,
    long recent,
    long all,
    LocalDate last) {}
