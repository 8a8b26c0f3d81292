package org.portolan.region;

import org.portolan.platform.i18n.LocalName;

/** A Member as other features show it. */
public record MemberSummary(
    String code, String regionCode, LocalName name, String zone, String languages, boolean demo) {}
