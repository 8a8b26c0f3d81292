package org.portolan.competency;

import org.portolan.platform.i18n.LocalName;

/**
 * A competency as others show it.
 *
 * @param themeCode the theme under which courses teach it, or null
 */
public record CompetencySummary(
    String code, CompetencyGroup group, String themeCode, LocalName name, LocalName description) {}
