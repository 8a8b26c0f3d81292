package org.portolan.attendance.invitation;

import org.portolan.enrolment.OfferedSession;

/**
 * What the link of an invitation leads to.
 *
 * @param open whether it can still be answered: there is a seat, and the session has not begun
 */
public record InvitationRequest(
    long application, OfferedSession session, Reply reply, boolean open) {}
