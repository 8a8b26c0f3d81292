package org.portolan.attendance;

/**
 * One line of the roll.
 *
 * @param guest null for one who has a seat
 * @param expected whether they have a seat or were written down; else they had one
 * @param badge by what a device knows their badge
 */
public record RollPerson(
    Attendee attendee,
    String name,
    String post,
    String administration,
    Guest guest,
    boolean expected,
    String badge) {}
