package org.portolan.region;

import org.portolan.platform.i18n.LocalName;

/**
 * A training centre as other features show it.
 *
 * @param memberCode its host, or null
 * @param zone IANA name of the zone in which its sessions are held
 * @param sinceYear year of its opening, or null where it is not known
 */
public record CentreSummary(
    String code,
    String kind,
    String regionCode,
    String memberCode,
    String city,
    double latitude,
    double longitude,
    String zone,
    String languages,
    Integer sinceYear,
    LocalName name,
    boolean demo) {}
