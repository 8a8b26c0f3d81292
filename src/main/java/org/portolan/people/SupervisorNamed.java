package org.portolan.people;

/** Whom somebody names as their supervisor, as they typed it; either may be empty. */
public record SupervisorNamed(String name, String email) {}
