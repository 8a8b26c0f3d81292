package org.portolan.enrolment;

import java.util.List;
import org.portolan.seat.Explanation;
import org.portolan.selection.Placed;

/**
 * An application with the reasons for where it stands.
 *
 * @param refusal the answer that ended it; else null
 * @param reason what was said when it was decided last, where that is for its reader; else null
 * @param outOfTurn where its centre put others before others, unnamed
 * @param passedOver which of these were selected against the ranking while it waited
 * @param placed where it stood in the ranking when its centre decided last; else null
 */
public record Explained(
    ApplicationSummary summary,
    Explanation explanation,
    boolean own,
    Refusal refusal,
    String reason,
    List<OutOfTurn> outOfTurn,
    List<OutOfTurn> passedOver,
    Placed placed) {}
