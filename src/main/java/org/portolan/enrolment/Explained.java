package org.portolan.enrolment;

import org.portolan.seat.Explanation;

/** An application with the reasons for where it stands. */
public record Explained(ApplicationSummary summary, Explanation explanation, boolean own) {}
