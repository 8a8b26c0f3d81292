package org.portolan.administration;

import org.portolan.platform.audit.AuditPage;

/**
 * An account whose place another took, and under whose number things before that are told.
 *
 * @param history or null where the reader is not told
 */
public record EarlierAccount(long id, AuditPage history) {}
