package org.portolan.enrolment;

import java.util.List;

/** An application with its whole way, for those whom it concerns. */
public record ApplicationDetail(
    ApplicationSummary summary, List<TimelineStep> timeline, boolean own) {}
