package org.portolan.reuse.translation;

import org.portolan.platform.i18n.Language;

/**
 * A language in which a practice is not there yet.
 *
 * @param times how many would read it
 * @param mine whether the person who asks is among them
 */
public record AskedLanguage(Language language, long times, boolean mine) {}
