package org.portolan.competency;

/** A competency that a job asks for, and how much of it. */
public record NeededCompetency(CompetencySummary competency, CompetencyLevel level) {}
