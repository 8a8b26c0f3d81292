package org.portolan.people;

/**
 * A request for an account has come before those who decide for a Member, where they were not told
 * of another one that still waits within a day.
 */
public record AccountRequested(String memberCode) {}
