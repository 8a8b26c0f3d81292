package org.portolan.catalog;

import java.util.List;

/** A course beside others, with all in which they may differ. */
public record ComparedCourse(
    CourseSummary summary,
    CatalogueKind catalogue,
    List<String> themes,
    List<Audience> audiences,
    String sponsorCode,
    List<GivenCompetency> gives) {}
