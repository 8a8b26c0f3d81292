package org.portolan.radar;

import java.util.List;
import java.util.Map;
import org.portolan.calendar.TrainingYear;
import org.portolan.region.RegionSummary;

/**
 * What the radar shows of a region.
 *
 * @param open what waits for somebody, in its order
 * @param total how many these are in all, where a list shows no more than some
 * @param dismissed what somebody let be
 * @param counts of what is open by kind, whatever kind was asked for
 * @param acts whether whoever asks dismisses and proposes here
 * @param unknown values of the filter that mean nothing, by parameter
 */
public record RadarReport(
    RegionSummary region,
    TrainingYear year,
    List<ShownFinding> open,
    int total,
    List<ShownFinding> dismissed,
    Map<String, Integer> counts,
    boolean acts,
    Map<String, String> unknown) {}
