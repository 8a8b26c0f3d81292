package org.portolan.region;

import org.portolan.platform.i18n.LocalName;

/**
 * A Member as other features show it.
 *
 * @param city from which its administration works
 * @param capital where that is
 * @param subregionCode of the United Nations, or null
 * @param leastDeveloped whether the United Nations list it among the least developed countries
 */
public record MemberSummary(
    String code,
    String regionCode,
    LocalName name,
    String zone,
    String languages,
    String city,
    Place capital,
    boolean demo,
    String subregionCode,
    boolean leastDeveloped) {}
