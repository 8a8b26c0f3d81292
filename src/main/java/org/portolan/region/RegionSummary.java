package org.portolan.region;

import org.portolan.platform.i18n.LocalName;

/**
 * A region as other features show it.
 *
 * @param label as people write it ("A/P"), where the code is what addresses carry ("AP")
 * @param languages codes separated by spaces
 */
public record RegionSummary(String code, String label, LocalName name, String languages) {}
