package org.portolan.attendance.online;

/** How a session is joined online is another, or is said no more. */
public record OnlineRoomChanged(long session) {}
