package org.portolan.enrolment;

import java.util.List;
import java.util.Map;
import org.portolan.completion.CompletionResult;

/**
 * What a centre sees of the results of one of its sessions.
 *
 * @param over whether results may be kept
 * @param seated who had its seats
 * @param results by person, of those for whom there is one
 */
public record ResultList(
    OfferedSession session,
    boolean over,
    List<ApplicationSummary> seated,
    Map<Long, CompletionResult> results) {}
