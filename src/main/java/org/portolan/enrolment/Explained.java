package org.portolan.enrolment;

import org.portolan.seat.Explanation;
import org.portolan.selection.Placed;

/**
 * An application with the reasons for where it stands.
 *
 * @param refusal the answer that ended it; else null
 * @param placed where it stood in the ranking when its centre decided last; else null
 */
public record Explained(
    ApplicationSummary summary, Explanation explanation, boolean own, Refusal refusal, Placed placed) {}
