package org.portolan.catalog;

import org.portolan.platform.i18n.LocalName;

/** A theme as other features show it. */
public record ThemeSummary(String code, String packageCode, LocalName name) {}
