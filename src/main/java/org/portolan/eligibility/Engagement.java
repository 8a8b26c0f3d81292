package org.portolan.eligibility;

import java.time.LocalDate;

/** A session for which somebody applied and whose application still stands. */
public record Engagement(long session, String title, LocalDate first, LocalDate last) {}
