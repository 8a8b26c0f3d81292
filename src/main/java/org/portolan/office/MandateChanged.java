package org.portolan.office;

/** Somebody was appointed to an office, or a mandate was given another end. */
public record MandateChanged(long mandateId, long personId) {}
