package org.portolan.competency;

import java.util.List;
import org.portolan.platform.i18n.LocalName;

/**
 * A job profile as others show it.
 *
 * @param needs what the job asks for, the highest level first
 */
public record ProfileSummary(
    String code, ProfileFamily family, LocalName name, List<NeededCompetency> needs) {}
