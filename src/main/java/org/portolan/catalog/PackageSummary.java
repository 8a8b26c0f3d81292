package org.portolan.catalog;

import org.portolan.platform.i18n.LocalName;

/** A family of themes as a list to choose from shows it. */
public record PackageSummary(String code, LocalName name) {}
