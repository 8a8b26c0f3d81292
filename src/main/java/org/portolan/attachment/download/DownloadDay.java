package org.portolan.attachment.download;

import java.time.LocalDate;

/**
 * How often something was taken in a language on a day.
 *
 * @param file as in {@link DownloadLine}
 */
public record DownloadDay(
    LocalDate day, String code, String title, String file, String language, long taken) {}
