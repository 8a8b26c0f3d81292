package org.portolan.catalog;

import org.portolan.platform.i18n.LocalName;

/** A package of themes as other features show it. */
public record PackageSummary(String code, LocalName name) {}
