package org.portolan.people;

import java.time.LocalDate;

/**
 * A role that somebody holds now.
 *
 * @param until its last day, or null
 */
public record HeldRole(String role, String scopeKind, String scopeCode, LocalDate until) {}
