package org.portolan.attendance.online;

import org.portolan.enrolment.OfferedSession;

/** An online room that somebody may enter, and the session that it is for. */
public record OwnRoom(OfferedSession session, OnlineRoom room) {}
