package org.portolan.attendance;

/** One line of the roll. */
public record RollPerson(
    Attendee attendee, String name, String post, String administration, Guest guest) {}
