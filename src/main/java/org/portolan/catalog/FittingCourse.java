package org.portolan.catalog;

import java.util.List;

/** A course that suits somebody, why, and how much it weighs against others. */
public record FittingCourse(ShelvedCourse course, List<FittingReason> reasons, int weight) {}
