package org.portolan.enrolment;

import org.portolan.approval.Approver;

/**
 * An application that somebody decides on.
 *
 * @param step of the chain as they saw it, so that nobody answers for a step that they never saw;
 *     null for whichever it stands at
 */
public record Pick(long application, Approver step) {}
